export const setUp = { title: "Set up Clientela" } as const;
