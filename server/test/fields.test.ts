import "reflect-metadata";
import { clientFields } from "@clientela/shared/clients/fields";
import { updateClientRules } from "@clientela/shared/clients/rules";
import { en } from "@clientela/shared/locales/en";
import { es } from "@clientela/shared/locales/es";
import { isInputObjectType, isObjectType } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { clientProjection, taxProfileProjection } from "../src/modules/clients/client.projection.ts";
import { createSchema } from "../src/schema.ts";

/** Fields of the input that give a relation its ids. */
const idsOf: Record<string, string> = { owner: "ownerId", team: "teamId", tags: "tagIds", lists: "listIds" };

describe("every field of the registry is in every layer", () => {
  let shown: string[];
  let accepted: string[];
  beforeAll(async () => {
    const schema = await createSchema();
    const fieldsOf = (name: string) => {
      const type = schema.getType(name);
      return isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : [];
    };
    const nested = (name: string) => fieldsOf(name).map((field) => `taxProfile.${field}`);
    shown = [...fieldsOf("Client"), ...nested("TaxProfile")];
    accepted = [...fieldsOf("UpdateClientInput"), ...nested("TaxProfileInput")];
  });

  test.each(Object.keys(clientFields))("%s", (key) => {
    expect(shown, "client.entity.ts").toContain(key);
    expect(accepted, "client.inputs.ts").toContain(idsOf[key] ?? key);
    const [parent, child] = key.split(".");
    const projected = child ? taxProfileProjection.fields : clientProjection.fields;
    expect(Object.keys(projected), "client.projection.ts").toContain(child ?? parent);
    expect(Object.keys(updateClientRules({ needs: "none" }).shape), "shared/src/clients/rules.ts").toContain(
      idsOf[key] ?? parent,
    );
    const label = key.replace(".", "_");
    expect([es.clients.field, en.clients.field].map((labels) => label in labels)).toEqual([true, true]);
  });
});
