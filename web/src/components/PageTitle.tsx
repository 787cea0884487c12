/** The browser tab's title; a page that shows one record names it here. */
export const PageTitle = ({ title }: { title: string }) => <title>{`${title} · Clientela`}</title>;
