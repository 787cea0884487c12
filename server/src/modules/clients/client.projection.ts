import { plainColumns } from "@clientela/shared/clients/fields";
import { may } from "@clientela/shared/permissions";
import { sql } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { field, type Projection } from "../../core/read/projection.ts";
import { mayReveal } from "../access/rights.ts";
import { contactData } from "../access/visible.ts";
import { shownCustomValues } from "../custom-fields/custom-field.values.ts";
import { listsOf } from "../lists/list.references.ts";
import { newsletterStates, shownNewsletters } from "../lists/newsletter.projection.ts";
import { teamsOf } from "../people/people.references.ts";
import { userBy } from "../people/user-by.ts";
import { settingsOf } from "../settings/settings.cache.ts";
import { tagsOf } from "../tags/tag.references.ts";
import type { Client } from "./client.entity.ts";
import type { ClientAbilities, Source, TaxProfile } from "./client.types.ts";

export const taxProfileProjection: Projection<"client", keyof TaxProfile> = {
  table: "client",
  fields: {
    legalName: "tax_legal_name",
    country: "tax_country",
    idType: "tax_id_type",
    taxId: "tax_id",
    checkDigit: "tax_check_digit",
    rucType: "tax_ruc_type",
    fiscalCode: "tax_fiscal_code",
  },
};

export const sourceProjection: Projection<"client", keyof Source> = {
  table: "client",
  fields: {
    channel: "source_channel",
    campaign: "source_campaign",
    utm: "source_utm",
    device: "source_device",
    referrer: "source_referrer",
  },
};

type Shown = Extract<Exclude<keyof Client, StoredOnly>, string>;
type StoredOnly =
  | "taxLegalName"
  | "taxCountry"
  | "taxIdType"
  | "taxId"
  | "taxCheckDigit"
  | "taxRucType"
  | "taxFiscalCode"
  | "ownerId"
  | "teamId"
  | "sourceChannel"
  | "emailShared"
  | "avatarId"
  | "custom"
  | "statusBeforeInactive"
  | "deletedAt";

/** Where each field of a client comes from. */
export const clientProjection: Projection<"client", Shown> = {
  table: "client",
  fields: {
    id: "id",
    ...plainColumns,
    email: field<"client">(({ viewer }) => contactData("client.email", viewer)),
    phone: field<"client">(({ viewer }) => contactData("client.phone", viewer)),
    mobile: field<"client">(({ viewer }) => contactData("client.mobile", viewer)),
    whatsapp: field<"client">(({ viewer }) => contactData("client.whatsapp", viewer)),
    taxProfile: field<"client">(({ same }) => same(taxProfileProjection)),
    owner: userBy("client.owner_id"),
    team: field<"client">(
      () => sql`client.team_id`,
      (id: string | null, { core }: Context) => teamsOf(core).get(id),
    ),
    tags: field<"client">(
      () => sql`(select json_agg(tag_id) from client_tag where client_tag.client_id = client.id)`,
      (ids: string[] | null, { core }: Context) =>
        tagsOf(core)
          .getAll(ids)
          .sort((a, b) => a.name.localeCompare(b.name)),
    ),
    lists: field<"client">(
      () => sql`(select json_agg(list_id) from client_list_member
        where client_list_member.client_id = client.id and client_list_member.state <> 'UNSUBSCRIBED')`,
      (ids: string[] | null, { core }: Context) =>
        listsOf(core)
          .getAll(ids)
          .sort((a, b) => a.name.localeCompare(b.name)),
    ),
    newsletters: field<"client">(() => newsletterStates, shownNewsletters),
    avatarUrl: field<"client">(() => sql`'/files/' || client.avatar_id`),
    customFields: field<"client">(() => sql`client.custom`, shownCustomValues),
    source: field<"client">(({ same }) => same(sourceProjection)),
    lastInteractionAt: "last_interaction_at",
    createdAt: "created_at",
    updatedAt: "updated_at",
    version: "version",
    viewerCan: field<"client">(
      () => sql`true`,
      (_: true, context: Context) => abilities(context),
    ),
  },
};

/** The same for every client that the viewer sees: seeing it is the rest of the rule. */
function abilities(context: Context): ClientAbilities {
  const viewer = viewerOf(context);
  const { role, kind, seesContactData } = viewer;
  const settings = settingsOf(context.core).current;
  return {
    edit: may(role, "clients.write"),
    delete: may(role, "clients.delete"),
    export: role !== "AGENT" || settings.agentsMayExport,
    seeContactData: seesContactData,
    revealContactData: !seesContactData && kind === "user" && mayReveal(viewer, settings),
  };
}
