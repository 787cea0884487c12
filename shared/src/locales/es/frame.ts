export const nav = {
  main: "Principal",
  menu: "Menú",
  quick: "Accesos rápidos",
  home: "Inicio",
  contacts: "Contactos",
  clients: "Clientes",
  tasks: "Tareas",
  client: "Cliente",
  settings: "Ajustes",
  business: "Negocio",
  team: "Equipo",
  fields: "Campos",
  lists: "Listas",
  tags: "Etiquetas",
  activityKinds: "Actividades",
  apiKeys: "Claves de API",
  outbox: "Bandeja de salida",
  account: "Mi cuenta",
  openMenu: "Abrir el menú",
  skip: "Saltar al contenido",
} as const;

export const frame = {
  search: "Buscar…",
  find: "Buscar",
  new: "Nuevo",
  make: { client: "Cliente", task: "Tarea", appointment: "Cita", contact: "Contacto" },
  newClient: "Crear cliente",
  toLight: "Cambiar a tema claro",
  toDark: "Cambiar a tema oscuro",
  theme: "Tema",
  light: "Claro",
  dark: "Oscuro",
  system: "Como el sistema",
  language: "Idioma",
  es: "Español",
  en: "English",
  accountMenu: "Tu cuenta: {{name}}",
  signOut: "Cerrar sesión",
} as const;

export const command = {
  title: "Buscar y ejecutar",
  placeholder: "Busca un cliente o escribe qué quieres hacer",
  clients: "Clientes",
  goTo: "Ir a",
  actions: "Acciones",
  nothing: "Nada coincide con «{{text}}»",
  searching: "Buscando…",
  switchLanguage: "Read in English",
} as const;

export const shortcuts = {
  title: "Atajos de teclado",
  everywhere: "En todas partes",
  thisPage: "En esta página",
  command: "Buscar e ir a cualquier parte",
  search: "Buscar en esta página",
  help: "Ver estos atajos",
  save: "Guardar un formulario",
  close: "Cerrar o cancelar",
} as const;

export const notFound = {
  title: "No encontrado",
  nothing: "Aquí no hay nada",
  explain: "La dirección no lleva a ninguna página, o lo que había ya no está.",
  back: "Ir a los clientes",
} as const;

export const forbidden = {
  title: "No tienes acceso a esta página",
  explain: "Pide a un administrador que te dé permiso.",
} as const;

export const crash = {
  title: "Esta página ha fallado",
  explain: "Lo guardado está a salvo. Recarga para seguir.",
  outdated: "Hay una versión nueva",
  explainOutdated: "Recarga para seguir con ella.",
  offline: "Sin conexión con el servidor",
  explainOffline: "Comprueba la red y recarga para seguir.",
  reload: "Recargar",
  part: "Esta parte ha fallado; lo demás sigue funcionando.",
  retry: "Reintentar",
} as const;
