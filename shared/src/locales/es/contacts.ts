export const contacts = {
  /** By key of the shared contact fields. */
  field: {
    name: "Nombre",
    email: "E-mail",
    phone: "Teléfono",
    position: "Cargo",
    primary: "Contacto principal",
    portalPermissions: "Permisos en el portal",
  },
  portalPermission: {
    QUOTES: "Presupuestos",
    INVOICES: "Facturas",
    PAYMENTS: "Pagos",
    TICKETS: "Soporte",
    PROJECTS: "Proyectos",
    CONTRACTS: "Contratos",
  },
  primary: { true: "sí", false: "no" },
} as const;
