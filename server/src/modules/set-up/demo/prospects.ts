import type { Channel } from "@clientela/shared/clients/words";
import type { ofProspects } from "./activities.ts";
import type { Words } from "./history.ts";

/** Somebody invented who may buy, beside the companies of the data file. */
export interface DemoProspect {
  name: string;
  phone: string;
  contact: string;
  position: Words;
  city: string;
  country: string;
  daysAgo: number;
  channel: Channel;
  campaign?: Words;
  stage?: keyof typeof ofProspects;
  person?: true;
}

const owner: Words = { es: "Propietaria", en: "Owner" };
const buyer: Words = { es: "Compras", en: "Purchasing" };
const chef: Words = { es: "Jefe de cocina", en: "Head chef" };
const fair: Words = { es: "Feria de alimentación", en: "Food fair" };
const autumn: Words = { es: "Catálogo nuevo", en: "New catalogue" };

export const prospects: DemoProspect[] = [
  {
    name: "Panadería La Espiga",
    phone: "+5076123456",
    contact: "Rosa Quintero",
    position: owner,
    city: "Ciudad de Panamá",
    country: "PA",
    daysAgo: 1,
    channel: "FORM",
    campaign: autumn,
  },
  {
    name: "Hotel Mirador del Valle",
    phone: "+5077201234",
    contact: "Julio Cedeño",
    position: buyer,
    city: "Boquete",
    country: "PA",
    daysAgo: 19,
    channel: "FORM",
    campaign: fair,
    stage: "QUOTE",
  },
  {
    name: "Cafetería Central",
    phone: "+50683123456",
    contact: "Laura Mora",
    position: owner,
    city: "San José",
    country: "CR",
    daysAgo: 4,
    channel: "CONVERSATION",
    stage: "PROSPECT",
  },
  {
    name: "Mercado del Puerto",
    phone: "+56322123456",
    contact: "Ignacio Rojas",
    position: buyer,
    city: "Valparaíso",
    country: "CL",
    daysAgo: 33,
    channel: "MANUAL",
    stage: "SALE",
  },
  {
    name: "Bodega Andina",
    phone: "+51912345678",
    contact: "Milagros Quispe",
    position: owner,
    city: "Cusco",
    country: "PE",
    daysAgo: 12,
    channel: "FORM",
    campaign: autumn,
    stage: "QUOTE",
  },
  {
    name: "Casa Olivares",
    phone: "+34954123456",
    contact: "Carmen Olivares",
    position: owner,
    city: "Sevilla",
    country: "ES",
    daysAgo: 26,
    channel: "MANUAL",
    stage: "SALE",
  },
  {
    name: "Grupo Sabores del Sur",
    phone: "+543414123456",
    contact: "Diego Ferreyra",
    position: buyer,
    city: "Rosario",
    country: "AR",
    daysAgo: 8,
    channel: "API",
    stage: "PROSPECT",
  },
  {
    name: "Charcutería Montserrat",
    phone: "+34612345678",
    contact: "Núria Puig",
    position: owner,
    city: "Barcelona",
    country: "ES",
    daysAgo: 2,
    channel: "FORM",
    campaign: fair,
  },
  {
    name: "Delicias de Oaxaca",
    phone: "+529511234567",
    contact: "Guadalupe Ríos",
    position: chef,
    city: "Oaxaca",
    country: "MX",
    daysAgo: 45,
    channel: "STORE",
    stage: "QUOTE",
  },
  {
    name: "Restaurante El Faro",
    phone: "+573211234567",
    contact: "Andrés Mejía",
    position: chef,
    city: "Cartagena",
    country: "CO",
    daysAgo: 15,
    channel: "CONVERSATION",
    stage: "SALE",
  },
  {
    name: "Isabel Duarte",
    phone: "+595961456789",
    contact: "Isabel Duarte",
    position: owner,
    city: "Asunción",
    country: "PY",
    daysAgo: 6,
    channel: "STORE",
    person: true,
    stage: "PROSPECT",
  },
  {
    name: "Tienda Verde",
    phone: "+59894231234",
    contact: "Martín Sosa",
    position: buyer,
    city: "Montevideo",
    country: "UY",
    daysAgo: 3,
    channel: "FORM",
    campaign: autumn,
  },
];
