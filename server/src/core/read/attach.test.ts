import "reflect-metadata";
import { type GraphQLInterfaceType, type GraphQLObjectType, printType } from "graphql";
import { buildSchema as build, Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import { describe, expect, it } from "vitest";
import type { Exact } from "../../database/column-types.ts";
import { membersOf, sourcesOf } from "./attach.ts";
import { Connection } from "./connection.ts";
import { worldSchema } from "./fixture.ts";
import { projections } from "./fixture.world.ts";
import { isConnection } from "./page.ts";
import type { ObjectProjection, Projection } from "./projection.ts";

describe("attaching projections", () => {
  const { Shop, Event, Address } = projections;

  it("refuses a field without a source", () => {
    const { city: _, ...fields } = Address.fields;
    const attach = () => worldSchema({ ...projections, Address: { ...Address, fields } });
    expect(attach).toThrow("Address.city has no source in its projection");
  });

  it("refuses a source without a field", () => {
    const attach = () =>
      worldSchema({ ...projections, Address: { ...Address, fields: { ...Address.fields, zip: "city" } } });
    expect(attach).toThrow("Address has no field zip, but a source for it");
  });

  it("refuses an interface with a type missing", () => {
    const { Edit: _, ...members } = Event.members;
    expect(() => worldSchema({ ...projections, Event: { ...Event, members } })).toThrow("Edit is not a member");
  });

  it("reads a field and a member that another module brings", () => {
    const { city: _, ...fields } = Address.fields;
    const { Edit, ...members } = Event.members;
    const own = { ...projections, Address: { ...Address, fields }, Event: { ...Event, members } };
    const added = { extend: { Address: { city: "city" } }, members: { Event: [{ type: { name: "Edit" }, ...Edit }] } };
    const schema = worldSchema(own, added);
    expect(sourcesOf(schema.getType("Address") as GraphQLObjectType)).toEqual(Address.fields);
    expect(membersOf(schema.getType("Event") as GraphQLInterfaceType)).toEqual(Event.members);
  });

  it("gives a field of an interface to each of its members", () => {
    const without = ({ fields: { author: _, ...fields }, ...projection }: ObjectProjection) => ({
      ...projection,
      fields,
    });
    const members = Object.fromEntries(
      Object.entries(Event.members).map(([name, { projection, ...member }]) => [
        name,
        { ...member, projection: without(projection as ObjectProjection) },
      ]),
    );
    const { author } = Event.members.Other.projection.fields;
    if (!author) throw new Error("events have no author");
    const schema = worldSchema({ ...projections, Event: { ...Event, members } }, { extend: { Event: { author } } });
    for (const name of Object.keys(members)) {
      expect(sourcesOf(schema.getType(name) as GraphQLObjectType)).toHaveProperty("author", author);
    }
  });

  it("refuses what two modules bring", () => {
    expect(() => worldSchema(projections, { extend: { Address: { city: "city" } } })).toThrow(
      "Address.city has two sources",
    );
    const edits = { type: { name: "Message" }, ...Event.members.Edit };
    expect(() => worldSchema(projections, { members: { Event: [edits] } })).toThrow(
      "Message is not the only member of Event that takes EDITED",
    );
  });

  it("refuses a field added to what is not there", () => {
    expect(() => worldSchema(projections, { extend: { Address: { zip: "city" } } })).toThrow(
      "Address has no field zip, but a source for it",
    );
    expect(() => worldSchema(projections, { extend: { Nothing: { zip: "city" } } })).toThrow(
      "Nothing has a projection but is no object type",
    );
  });

  it("refuses a name of something else", () => {
    expect(() => worldSchema({ Event: Shop })).toThrow("Event has a projection but is no object type");
    expect(() => worldSchema({ Shop: Event })).toThrow(
      "Shop has members in its projection but is no interface or union",
    );
    expect(() => worldSchema({ Nothing: Shop })).toThrow("Nothing has a projection but is no object type");
  });
});

describe("a projection", () => {
  it("cannot name a column that loses digits in JSON, nor one that its table has not", () => {
    interface Tables {
      account: { id: string; total: Exact | null; size: bigint };
    }
    const projection: Projection<"account", string, Tables> = {
      table: "account",
      fields: {
        id: "id",
        // @ts-expect-error numeric
        total: "total",
        // @ts-expect-error bigint
        size: "size",
        // @ts-expect-error no such column
        name: "name",
      },
    };
    expect(Object.keys(projection.fields)).toHaveLength(4);
  });
});

describe("Connection", () => {
  it("makes the types of a list", async () => {
    @ObjectType()
    class Ship {
      @Field(() => ID)
      id!: string;
    }
    const ShipConnection = Connection("Ship", () => Ship);
    @Resolver()
    class ShipResolver {
      @Query(() => ShipConnection)
      ships(@Ctx() _context: object): object {
        return {};
      }
    }
    const schema = await build({ resolvers: [ShipResolver], validate: false });
    const type = schema.getType("ShipConnection") as GraphQLObjectType;
    expect(isConnection(type)).toBe(true);
    expect(isConnection(schema.getType("Ship") as GraphQLObjectType)).toBe(false);
    const lines = printType(type)
      .split("\n")
      .filter((line) => /^ {2}\w/.test(line));
    expect(lines).toEqual([
      "  nodes: [Ship!]!",
      "  edges: [ShipEdge!]!",
      "  pageInfo: PageInfo!",
      "  totalCount: Int!",
    ]);
    expect(Object.keys((schema.getType("ShipEdge") as GraphQLObjectType).getFields())).toEqual(["cursor", "node"]);
  });
});
