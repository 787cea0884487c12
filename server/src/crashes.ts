import express, { type Router } from "express";
import type { Logger } from "pino";
import { z } from "zod";

/** Where the admin's code broke. Each text has only the letters that such a thing needs: no data can hide in it. */
const crash = z.strictObject({
  part: z.string().regex(/^[a-zA-Z]{1,40}$/),
  page: z.string().regex(/^\/[a-z/:-]{0,99}$/),
  error: z.string().regex(/^[a-zA-Z]{1,40}$/),
  places: z.array(z.string().regex(/^(assets|src)\/[\w./-]{1,120}:\d{1,7}:\d{1,7}$/)).max(12),
});

/** A fault of one page that everybody opens says the same again and again. */
const LOGGED_A_MINUTE = 30;

/** `POST /crashes`: a page of the admin tells the log that it broke. Anyone may: the page of sign-in can break too. */
export function crashRoutes(log: Logger): Router {
  let minute = 0;
  let logged = 0;
  return express.Router().post("/", express.json({ limit: "4kb" }), (request, response) => {
    const { data } = crash.safeParse(request.body);
    if (!data) return void response.status(400).end();
    const now = Math.floor(Date.now() / 60_000);
    if (now !== minute) [minute, logged] = [now, 0];
    logged += 1;
    if (logged <= LOGGED_A_MINUTE) log.warn(data, "a page of the admin broke");
    response.status(logged <= LOGGED_A_MINUTE ? 204 : 429).end();
  });
}
