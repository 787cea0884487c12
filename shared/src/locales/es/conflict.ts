export const conflict = {
  title: "Otra persona cambió lo mismo",
  text: "Mientras editabas, alguien guardó otro valor. Elige con cuál te quedas.",
  theirs: "El suyo: {{value}}",
  mine: "El tuyo: {{value}}",
  nothing: "vacío",
  save: "Guardar lo elegido",
  cancel: "Volver a la edición",
  arrived: "Otra persona puso «{{value}}» mientras editabas.",
  useTheirs: "Usar el suyo",
  keepMine: "Seguir con el mío",
} as const;
