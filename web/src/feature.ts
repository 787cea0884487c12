import type { FieldPolicy, TypePolicy } from "@apollo/client";
import type { Permission } from "@clientela/shared/permissions";
import type { TextName } from "@clientela/shared/textNames";
import type { ComponentType, ReactNode } from "react";
import type { LoaderFunction } from "react-router";
import type { EntryComponents } from "./entries/entryComponents.ts";
import type { NavIcon } from "./frame/navIcons.ts";

/**
 * What a feature brings to the admin, in one value of `<noun>.feature.ts`; `features.ts` lists them. The value is part
 * of the first code that any page loads: components come by `load`.
 */
export interface Feature {
  pages?: readonly Page[];
  nav?: readonly NavItem[];
  make?: Make;
  panel?: Panel;
  cache?: CacheRules;
  /** Fetches code that will be wanted soon, once the page has nothing better to do. */
  whenIdle?: () => Promise<unknown>;
  /** Comes with the code of a client's record. */
  record?: () => Promise<RecordPart>;
  /** Comes with the code of the page of tasks; one feature brings it. */
  day?: () => Promise<DayPart>;
}

/** One page. The accessibility test and `pnpm screens` walk them: a page that exists is tested and photographed. */
export interface Page {
  path: string;
  /** Who gets in: anyone, or a signed-in person, with the permission if one is named. */
  access: "public" | "signedIn";
  permission?: Permission;
  /** The key of its title, shown in the bar and in the browser's tab. */
  title: TextName;
  /** The page it hangs under, as a link before the title. */
  parent?: { title: TextName; path: string };
  /** Set where the page brings its own first heading, as a record does with its name. */
  ownHeading?: true;
  /** @param brought what other features bring to this page */
  load(brought: Brought): Promise<{ Component: ComponentType; loader?: LoaderFunction }>;
}

/** What a route says of itself to the frame around it. */
export interface PageHandle {
  page: Page;
}

/** A link of the sidebar; a person who may not open it does not see it. */
export interface NavItem {
  area: "main" | "settings";
  path: string;
  title: TextName;
  icon: NavIcon;
  permission?: Permission;
}

/** A line of «+ Nuevo». */
export interface Make {
  label: TextName;
  /** The parameters of the address that open it over the page one is on. */
  opens: Record<string, string>;
  /** It hangs on a client: a record offers it first; `only`: nothing but a record offers it. */
  ofClient?: true | "only";
  /** How close it is to this page, 0 where it is not: the closest is offered first. */
  closeTo?(path: string, params: URLSearchParams): number;
}

/** What the address opens over whatever page one is on. */
export interface Panel {
  parameter: string;
  load(): Promise<ComponentType<{ clientId?: string }>>;
  /** A record shows it itself, and tells it whose record it is. */
  knowsClient?: true;
}

/** How the cache tells apart and joins what the feature reads. */
export interface CacheRules {
  Query?: Record<string, FieldPolicy>;
  Client?: Record<string, FieldPolicy>;
  types?: Record<string, TypePolicy>;
}

/** What a feature shows of one client. */
export type OfClient = ComponentType<{ clientId: string }>;

/** What a feature brings to a client's record. */
export interface RecordPart {
  /** Of its tab in the address. */
  name: string;
  tab?: { title: TextName; Tab: OfClient };
  /** In short, beside the record, under the tab's title. */
  Beside?: OfClient;
  /** How its entries on the timeline are shown, by the name of their type; others show their summary. */
  entries?: EntryComponents;
  /** Opens over the record where the address says so. */
  Panel?: OfClient;
}

/** What the page of tasks shows of appointments: those of the day above the tasks, or a week in place of them. */
export interface DayPart {
  Appointments: ComponentType<{ shown: boolean; children: ReactNode }>;
  Week: ComponentType;
  /** Chooses between them. */
  Switch: ComponentType;
}

/** What features bring to the pages of others. */
export interface Brought {
  record(): Promise<RecordPart[]>;
  day(): Promise<DayPart>;
}
