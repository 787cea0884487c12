export const signIn = {
  title: "Iniciar sesión",
  email: "Correo",
  password: "Contraseña",
  submit: "Entrar",
  emailNeeded: "Escribe tu correo",
  passwordNeeded: "Escribe tu contraseña",
  forgotten: "¿Olvidaste la contraseña?",
  notSetUp: "Clientela aún no está configurada. Abre el enlace que mostró el servidor al arrancar.",
} as const;

export const reSignIn = {
  title: "Tu sesión ha terminado",
  text: "Escribe tu contraseña para seguir donde estabas. No se pierde nada.",
  submit: "Seguir",
  leave: "Salir",
} as const;

export const invitation = {
  title: "Aceptar la invitación",
  welcome: "{{name}}, te invitan a {{business}}",
  explain: "Elige una contraseña para entrar como {{email}}.",
  submit: "Entrar",
  invalid: "La invitación no es válida",
  explainInvalid: "Ya se usó o ha caducado. Pide una nueva a quien te invitó.",
  toSignIn: "Ir a iniciar sesión",
} as const;

export const passwordReset = {
  requestTitle: "Recuperar la contraseña",
  requestExplain: "Escribe tu correo y te enviamos un enlace para elegir otra contraseña.",
  request: "Enviar el enlace",
  requestExplainKept:
    "Este servidor no envía mensajes. Escribe tu correo y un administrador podrá darte un enlace para elegir otra contraseña.",
  requestKept: "Pedir un enlace",
  keptTitle: "Pide el enlace a un administrador",
  kept: "No se envía ningún correo. Si {{email}} tiene una cuenta, un administrador encuentra el enlace en Ajustes → Bandeja de salida. Sirve una vez, durante una hora.",
  soleOwner: "¿No hay nadie a quien pedírselo? En el servidor, esta orden muestra un enlace:",
  sentTitle: "Mira tu correo",
  sent: "Si {{email}} tiene una cuenta, le llegará un enlace que sirve una vez, durante una hora.",
  notArrived: "¿No llega? Mira en el correo no deseado, o pide un enlace a un administrador.",
  title: "Elegir una contraseña nueva",
  explain: "Para {{email}} en {{business}}. Tus demás sesiones se cerrarán.",
  password: "Contraseña nueva",
  submit: "Guardar y entrar",
  invalid: "El enlace no es válido",
  explainInvalid: "Ya se usó o ha caducado: sirve una vez, durante una hora.",
  another: "Pedir otro enlace",
} as const;
