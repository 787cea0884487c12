export const signIn = {
  title: "Iniciar sesión",
  email: "Correo",
  password: "Contraseña",
  submit: "Entrar",
  emailNeeded: "Escribe tu correo",
  passwordNeeded: "Escribe tu contraseña",
  forgotten: "¿Olvidaste la contraseña? Pide un enlace nuevo a un administrador.",
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
