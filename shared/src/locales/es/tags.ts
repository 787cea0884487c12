export const tags = {
  pick: "Elige o crea etiquetas",
  remove: "Quitar la etiqueta {{name}}",
  create: "Crear «{{name}}»",
  failed: "No se pudo crear la etiqueta: {{reason}}",
} as const;
