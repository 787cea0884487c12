import "reflect-metadata";
import { type GraphQLObjectType, printType } from "graphql";
import { buildSchema as build, Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import { describe, expect, it } from "vitest";
import type { Exact } from "../../database/column-types.ts";
import { Connection } from "./connection.ts";
import { worldSchema } from "./fixture.ts";
import { projections } from "./fixture.world.ts";
import { isConnection } from "./page.ts";
import type { Projection } from "./projection.ts";

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
