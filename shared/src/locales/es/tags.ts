export const tags = {
  label: "Etiquetas",
  pick: "Elige o crea etiquetas",
  remove: "Quitar la etiqueta {{name}}",
  create: "Crear «{{name}}»",
  none: "Escribe para crear la primera",
  failed: "No se pudo crear la etiqueta: {{reason}}",
} as const;
