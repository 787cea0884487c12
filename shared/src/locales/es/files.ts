export const files = {
  count_one: "{{count}} archivo",
  count_other: "{{count}} archivos",
  label: "Archivos del cliente",
  upload: "Subir archivos",
  dropHere: "Suelta aquí los archivos",
  empty: "Aún no hay archivos",
  emptyHint: "Arrástralos hasta aquí o súbelos con el botón. Los que adjuntes a una actividad también aparecen.",
  attached: "De una actividad",
  download: "Descargar {{name}}",
  delete: "Eliminar {{name}}",
  deleted: "Archivo eliminado: {{name}}",
  more: "Ver más archivos",
} as const;
