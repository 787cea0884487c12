export const timeline = {
  kind: {
    NOTE: "Note",
    CALL: "Call",
    MEETING: "Meeting",
    CLIENT_CREATED: "Client created",
    CLIENT_EDITED: "Client edited",
    STATUS_CHANGED: "Status changed",
    CLIENT_DELETED: "Client deleted",
  },
  stage: { PROSPECT: "Prospect", QUOTE: "Quote", SALE: "Sale", AFTER_SALE: "After sale" },
  summary: {
    CLIENT_CREATED: "The client was created",
    CLIENT_EDITED: "Edited: {{fields}}",
    STATUS_CHANGED: "Status: {{before}} → {{after}}",
    CLIENT_DELETED: "The client was deleted",
  },
} as const;
