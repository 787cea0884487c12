import { tagColors } from "@clientela/shared/tags/palette";
import type { ActivityIcon } from "@clientela/shared/timeline/rules";
import type { Words } from "./history.ts";

const words = (es: string, en: string): Words => ({ es, en });

/** The words of the data file that are not names. */
export const teams: Record<string, Words> = {
  Américas: words("Américas", "Americas"),
  Europa: words("Europa", "Europe"),
};

export const positions: Record<string, Words> = Object.fromEntries(
  [
    words("Administración de pedidos", "Order administrator"),
    words("Agente de ventas", "Sales agent"),
    words("Asistente de marketing", "Marketing assistant"),
    words("Ayudante de ventas", "Sales associate"),
    words("Jefe de contabilidad", "Accounting manager"),
    words("Jefe de marketing", "Marketing manager"),
    words("Jefe de ventas", "Sales manager"),
    words("Propietario", "Owner"),
    words("Representante de ventas", "Sales representative"),
    words("Vendedor", "Salesperson"),
  ].map((position) => [position.es, position]),
);

export const tags = {
  vip: { name: words("VIP", "VIP"), color: tagColors.orange },
  restaurant: { name: words("Restaurante", "Restaurant"), color: tagColors.green },
  shop: { name: words("Tienda", "Shop"), color: tagColors.purple },
  wholesale: { name: words("Mayorista", "Wholesaler"), color: tagColors.blue },
  risk: { name: words("En riesgo", "At risk"), color: tagColors.red },
  referral: { name: words("Recomendado", "Referred"), color: tagColors.teal },
};

export const lists = {
  fair: words("Feria de alimentación", "Food fair"),
  tasting: words("Invitados a la cata", "Guests of the tasting"),
};

export const newsletters = {
  news: words("Novedades del mes", "News of the month"),
  offers: words("Ofertas de temporada", "Seasonal offers"),
};

export const activityKinds: Record<"visit" | "tasting", { label: Words; icon: ActivityIcon; color: string }> = {
  visit: { label: words("Visita", "Visit"), icon: "visit", color: tagColors.teal },
  tasting: { label: words("Degustación", "Tasting"), icon: "gift", color: tagColors.pink },
};

export const routes = [
  words("Lunes y jueves", "Mondays and Thursdays"),
  words("Martes", "Tuesdays"),
  words("Viernes", "Fridays"),
  words("Por mensajería", "By courier"),
];

export const interests = [
  words("Quesos", "Cheese"),
  words("Vinos y bebidas", "Wine and drinks"),
  words("Dulces", "Sweets"),
  words("Pescado", "Fish"),
  words("Conservas", "Preserves"),
];

/** The labels of the business's own fields, by key. */
export const fields = {
  route: words("Día de reparto", "Delivery day"),
  interests: words("Le interesa", "Interested in"),
  credit_limit: words("Límite de crédito", "Credit limit"),
  client_since: words("Primer pedido", "First order"),
  printed_catalogue: words("Recibe el catálogo impreso", "Gets the printed catalogue"),
  order_sheet: words("Hoja de pedidos", "Order sheet"),
};

export const savedFilters = {
  prospects: words("Prospectos en curso", "Open prospects"),
  vip: words("Clientes VIP", "VIP clients"),
};
