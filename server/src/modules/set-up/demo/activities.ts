import type { timelineStages } from "@clientela/shared/timeline/rules";
import type { Words } from "./history.ts";
import type { activityKinds } from "./words.ts";

/** Something that a colleague wrote down; `{{contact}}` is whom they spoke with. */
export interface DemoActivity {
  kind: "NOTE" | "CALL" | "MEETING" | keyof typeof activityKinds;
  stage?: (typeof timelineStages)[number];
  title?: Words;
  text: Words;
}

const words = (es: string, en: string): Words => ({ es, en });

/** What is written down of those who buy, latest first. */
export const ofClients: DemoActivity[] = [
  {
    kind: "CALL",
    stage: "AFTER_SALE",
    text: words(
      "<p>{{contact}} confirma que el último envío llegó completo. Pide que el próximo sea antes de las 11.</p>",
      "<p>{{contact}} confirms that the last delivery was complete. The next one should come before 11.</p>",
    ),
  },
  {
    kind: "NOTE",
    stage: "SALE",
    text: words(
      "<p>Quieren repetir el pedido del mes pasado con <strong>dos cajas más de queso</strong>. Revisar existencias antes de confirmar.</p>",
      "<p>They want last month's order again with <strong>two more boxes of cheese</strong>. Check the stock before confirming.</p>",
    ),
  },
  {
    kind: "visit",
    stage: "SALE",
    text: words(
      "<p>Visita a su local. Han ampliado la zona de bebidas; buen sitio para el expositor nuevo. {{contact}} lo consulta con su socio.</p>",
      "<p>Visited their place. The drinks section is larger now, a good spot for the new display. {{contact}} will ask the partner.</p>",
    ),
  },
  {
    kind: "CALL",
    stage: "AFTER_SALE",
    text: words(
      "<p>Reclamación: tres botellas rotas en el palé. Se le abona en la próxima factura y queda conforme.</p>",
      "<p>Complaint: three broken bottles on the pallet. We credit them on the next invoice; agreed.</p>",
    ),
  },
  {
    kind: "MEETING",
    stage: "QUOTE",
    title: words("Condiciones del año", "Terms for the year"),
    text: words(
      "<p>Con {{contact}}, en su oficina. Acordado:</p><ul><li>Pago a 30 días desde la entrega.</li><li>Descuento del 5 % a partir de 20 cajas.</li><li>Un pedido fijo cada dos semanas.</li></ul>",
      "<p>With {{contact}}, at their office. Agreed:</p><ul><li>Payment within 30 days of delivery.</li><li>5% off from 20 boxes.</li><li>A standing order every two weeks.</li></ul>",
    ),
  },
  {
    kind: "CALL",
    stage: "SALE",
    text: words(
      "<p>No cogió el teléfono; dejé recado. Vuelvo a intentarlo el jueves por la mañana.</p>",
      "<p>No answer; left a message. Trying again on Thursday morning.</p>",
    ),
  },
  {
    kind: "NOTE",
    text: words(
      "<p>Cierran por vacaciones las dos primeras semanas del mes: nada de entregas entonces.</p>",
      "<p>Closed for holidays in the first two weeks of the month: no deliveries then.</p>",
    ),
  },
  {
    kind: "tasting",
    stage: "QUOTE",
    text: words(
      "<p>Probaron los quesos de oveja y las confituras. Les gustó más el curado; piden precio por caja.</p>",
      "<p>They tried the sheep's cheeses and the jams. The aged one went best; they ask for a price per box.</p>",
    ),
  },
  {
    kind: "CALL",
    stage: "QUOTE",
    text: words(
      "<p>{{contact}} compara nuestra oferta con la de otro proveedor. El precio les cuadra, dudan del plazo de entrega.</p>",
      "<p>{{contact}} compares our offer with another supplier's. The price is fine, the delivery time is not.</p>",
    ),
  },
  {
    kind: "NOTE",
    stage: "AFTER_SALE",
    text: words(
      "<p>Cambian de dirección de entrega desde el mes que viene; la nueva nos la mandan por correo.</p>",
      "<p>Their delivery address changes next month; they will send us the new one by e-mail.</p>",
    ),
  },
  {
    kind: "MEETING",
    stage: "AFTER_SALE",
    title: words("Repaso del trimestre", "Review of the quarter"),
    text: words(
      "<p>Contentos con el servicio. Lo que más se vende es la bebida; el pescado se queda. Prueban a pedir menos y más a menudo.</p>",
      "<p>Happy with the service. Drinks sell best, fish stays on the shelf. They will order less and more often.</p>",
    ),
  },
  {
    kind: "visit",
    text: words(
      "<p>Pasé a dejar el catálogo nuevo y muestras de té. {{contact}} no estaba; me atendió su encargada.</p>",
      "<p>Dropped off the new catalogue and tea samples. {{contact}} was out; the manager took them.</p>",
    ),
  },
];

/** What is written down of those who have not bought yet, by how far they have come; latest first. */
export const ofProspects: Record<"PROSPECT" | "QUOTE" | "SALE", DemoActivity[]> = {
  PROSPECT: [
    {
      kind: "CALL",
      stage: "PROSPECT",
      text: words(
        "<p>Primera llamada. Abren en dos meses y buscan un único proveedor. {{contact}} quiere ver el catálogo.</p>",
        "<p>First call. They open in two months and want a single supplier. {{contact}} would like the catalogue.</p>",
      ),
    },
  ],
  QUOTE: [
    {
      kind: "NOTE",
      stage: "QUOTE",
      text: words(
        "<p>Pide presupuesto de quesos y bebidas para 40 cubiertos al día, con entrega dos veces por semana.</p>",
        "<p>Asks for a quote for cheese and drinks, 40 covers a day, delivered twice a week.</p>",
      ),
    },
    {
      kind: "MEETING",
      stage: "PROSPECT",
      text: words(
        "<p>Nos conocimos en la feria. Compran unas 15 cajas al mes y su proveedor actual les falla con las entregas.</p>",
        "<p>We met at the fair. They buy some 15 boxes a month, and their supplier keeps missing deliveries.</p>",
      ),
    },
  ],
  SALE: [
    {
      kind: "CALL",
      stage: "SALE",
      text: words(
        "<p>{{contact}} acepta el presupuesto de palabra. Falta la firma y los datos de facturación.</p>",
        "<p>{{contact}} accepts the quote by word of mouth. The signature and the billing details are missing.</p>",
      ),
    },
    {
      kind: "tasting",
      stage: "QUOTE",
      text: words(
        "<p>Cata en su local con el equipo de cocina. Se quedan con cuatro referencias.</p>",
        "<p>Tasting at their place with the kitchen team. They take four products.</p>",
      ),
    },
    {
      kind: "CALL",
      stage: "PROSPECT",
      text: words(
        "<p>Llegan recomendados. Piden condiciones para un pedido fijo mensual.</p>",
        "<p>Somebody referred them to us. They ask for terms of a monthly standing order.</p>",
      ),
    },
  ],
};
