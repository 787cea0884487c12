import { clientsOfPath } from "@clientela/shared/paths";
import { expect, test } from "vitest";
import { clientsMatching } from "./paths.ts";

test("a link in an e-mail to somebody's clients is the list filtered by that owner", () => {
  expect(clientsOfPath("1")).toBe(clientsMatching({ ownerIds: ["1"] }));
});
