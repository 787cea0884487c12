export const contacts = {
  field: {
    name: "Name",
    email: "E-mail",
    phone: "Phone",
    position: "Position",
    primary: "Primary contact",
    portalPermissions: "Portal permissions",
  },
  portalPermission: {
    QUOTES: "Quotes",
    INVOICES: "Invoices",
    PAYMENTS: "Payments",
    TICKETS: "Support",
    PROJECTS: "Projects",
    CONTRACTS: "Contracts",
  },
  primary: { true: "yes", false: "no" },
} as const;
