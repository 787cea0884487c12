export const nav = {
  main: "Main",
  menu: "Menu",
  quick: "Quick access",
  home: "Home",
  contacts: "Contacts",
  clients: "Clients",
  tasks: "Tasks",
  client: "Client",
  settings: "Settings",
  business: "Business",
  team: "Team",
  fields: "Client fields",
  lists: "Lists",
  tags: "Tags",
  activityKinds: "Activities",
  apiKeys: "API keys",
  outbox: "Outbox",
  account: "My account",
  openMenu: "Open the menu",
  skip: "Skip to content",
} as const;

export const frame = {
  search: "Search…",
  find: "Search",
  new: "New",
  make: { client: "Client", task: "Task", appointment: "Appointment", contact: "Contact" },
  newClient: "Create client",
  toLight: "Switch to the light theme",
  toDark: "Switch to the dark theme",
  theme: "Theme",
  light: "Light",
  dark: "Dark",
  system: "Same as the system",
  language: "Language",
  es: "Español",
  en: "English",
  accountMenu: "Your account: {{name}}",
  signOut: "Sign out",
} as const;

export const command = {
  title: "Search and command",
  placeholder: "Find a client, or type what you want to do",
  clients: "Clients",
  goTo: "Go to",
  actions: "Actions",
  nothing: "Nothing matches “{{text}}”",
  searching: "Searching…",
  switchLanguage: "Leer en español",
} as const;

export const shortcuts = {
  title: "Keyboard shortcuts",
  everywhere: "Everywhere",
  thisPage: "On this page",
  command: "Search and go anywhere",
  search: "Search on this page",
  help: "Show these shortcuts",
  save: "Save a form",
  close: "Close or cancel",
} as const;

export const notFound = {
  title: "Not found",
  nothing: "There is nothing here",
  explain: "The address leads to no page, or what was there is gone.",
  back: "Go to the clients",
} as const;

export const forbidden = {
  title: "You have no access to this page",
  explain: "Ask an administrator for permission.",
} as const;

export const crash = {
  title: "This page failed",
  explain: "What was saved is safe. Reload to continue.",
  outdated: "There is a new version",
  explainOutdated: "Reload to use it.",
  offline: "No connection to the server",
  explainOffline: "Check the network and reload to continue.",
  reload: "Reload",
  part: "This part failed; the rest still works.",
  retry: "Try again",
} as const;
