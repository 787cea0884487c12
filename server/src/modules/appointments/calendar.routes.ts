import { type Response, Router } from "express";
import type { Core } from "../../context.ts";
import { translatorOf } from "../../core/text.ts";
import type { ContextFor } from "../../module.ts";
import { settingsOf } from "../settings/settings.cache.ts";
import { calendarFile } from "./calendar.file.ts";
import { findEntry, findFeedEntries } from "./calendar.service.ts";

/**
 * iCalendar over plain HTTP: `GET /calendar/appointments/:id.ics` for a signed-in person, and `GET
 * /calendar/feeds/:token.ics` for anyone who knows a person's secret address.
 * @param contextFor who asks, from a request's credential
 */
export function calendarRoutes(core: Core, contextFor: ContextFor): Router {
  const router = Router();
  router.get("/appointments/:id.ics", async (request, response) => {
    const { viewer, translate } = await contextFor(request, response);
    if (!viewer) return void response.status(401).end();
    const entry = await findEntry(core, viewer, request.params.id as string);
    if (!entry) return void response.status(404).end();
    send(response, calendarFile(core, [entry], translate, { message: true }));
  });
  router.get("/feeds/:token.ics", async (request, response) => {
    response.set("Cache-Control", "private, no-store");
    const feed = await findFeedEntries(core, request.params.token as string);
    if (!feed) return void response.status(404).end();
    const translate = translatorOf(feed.viewer.locale || settingsOf(core).current.locale);
    send(response, calendarFile(core, feed.entries, translate));
  });
  router.use((_request, response) => void response.status(404).end());
  return router;
}

const send = (response: Response, file: string) =>
  response
    .set("Content-Type", "text/calendar; charset=utf-8")
    .set("Content-Disposition", 'attachment; filename="clientela.ics"')
    .set("X-Content-Type-Options", "nosniff")
    .send(file);
