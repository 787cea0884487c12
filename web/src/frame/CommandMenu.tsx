export const CommandMenu = () => null;
