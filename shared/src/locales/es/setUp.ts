export const setUp = { title: "Configurar Clientela" } as const;
