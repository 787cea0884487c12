/** What our e-mails say. */
export const mail = {
  greeting: "Hola, {{name}}:",
  footer: "Enviado por {{business}} con Clientela.",
  invitation: {
    subject: "{{business}} te invita a Clientela",
    text: "{{inviter}} te invita a trabajar con los clientes de {{business}}. Elige tu contraseña y entra:",
    action: "Elegir contraseña",
    note: "El enlace sirve una vez, hasta el {{date}}. Si no lo esperabas, ignora este correo.",
  },
  passwordReset: {
    subject: "Elige una contraseña nueva para {{business}}",
    text: "Alguien, seguramente tú, ha pedido cambiar tu contraseña de {{business}}. Elige una nueva:",
    action: "Elegir contraseña",
    note: "El enlace sirve una vez, durante {{minutes}} minutos. Si no lo pediste, ignora este correo: tu contraseña sigue igual.",
  },
  passwordChanged: {
    subject: "Tu contraseña de {{business}} ha cambiado",
    text: "Acabas de elegir una contraseña nueva y las demás sesiones se han cerrado. Si no fuiste tú, avisa ya a un administrador.",
  },
  notificationNote: "Puedes cambiar de qué te avisamos en «Mi cuenta».",
} as const;
