export const common = {
  loading: "Cargando",
  close: "Cerrar",
  cancel: "Cancelar",
  save: "Guardar",
  retry: "Reintentar",
  undo: "Deshacer",
  delete: "Eliminar",
  edit: "Editar",
  copy: "Copiar",
  copied: "Copiado",
  moreFailed: "No se pudo cargar más.",
  refreshFailed: "Puede que esto no esté al día: no se pudo volver a leer.",
  you: "tú",
} as const;

export const form = {
  discard: "Descartar",
  restored: "Recuperamos lo que habías escrito.",
  unsavedTitle: "¿Salir sin guardar?",
  unsavedText: "Se perderá lo que has escrito.",
  keepEditing: "Seguir editando",
  saveKeys: "Ctrl + Intro",
  capsLock: "Tienes activadas las mayúsculas",
  showPassword: "Mostrar la contraseña",
  hidePassword: "Ocultar la contraseña",
  open: "Abrir la lista",
  clear: "Quitar",
  noMatch: "Nada coincide",
} as const;

export const problem = {
  unknown: "Algo ha fallado. Prueba otra vez",
  unreachable: "No se pudo guardar: sin conexión con el servidor. Lo que escribiste sigue aquí",
  notLoaded: "No se pudo cargar",
  offline: "Sin conexión con el servidor. Reintentando…",
} as const;
