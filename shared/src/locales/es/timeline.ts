export const timeline = {
  kind: {
    NOTE: "Nota",
    CALL: "Llamada",
    MEETING: "Reunión",
    CLIENT_CREATED: "Cliente creado",
    CLIENT_EDITED: "Cliente editado",
    STATUS_CHANGED: "Cambio de estado",
    CLIENT_DELETED: "Cliente eliminado",
  },
  stage: { PROSPECT: "Prospecto", QUOTE: "Presupuesto", SALE: "Venta", AFTER_SALE: "Postventa" },
  summary: {
    CLIENT_CREATED: "Se creó el cliente",
    CLIENT_EDITED: "Se editó: {{fields}}",
    STATUS_CHANGED: "Estado: {{before}} → {{after}}",
    CLIENT_DELETED: "Se eliminó el cliente",
  },
} as const;
