import {
  createQuestion,
  filterQuestions,
  listQuestions,
  narrowQuestions,
  noteQuestion,
  type Question,
  recordQuestions,
  searchQuestions,
  searchTerms,
  timelineQuestions,
  type Viewer,
} from "./questions.ts";

/** A line of the table: the same questions to every contender. */
export interface Row {
  key: string;
  title: string;
  viewer: Viewer;
  questions: Question[] | (() => Question);
  /** Whether all must answer the very same rows. */
  exact: boolean;
  /** The least share of raw's requests per second that we want, by design/quality. */
  goal?: number;
  /** The least share of PostGraphile's. */
  peerGoal?: number;
}

/** All lines. @param seen whether the measured agent sees a client */
export function allRows(clients: number, seen: (id: string) => boolean): Row[] {
  const everyTerm = Object.values(searchTerms).flat();
  let created = 0;
  let noted = 0;
  return [
    {
      key: "L",
      title: "List of 50, tags, owner",
      viewer: "admin",
      questions: listQuestions("admin"),
      exact: true,
      goal: 0.9,
    },
    {
      key: "L",
      title: "List of 50, tags, owner",
      viewer: "agent",
      questions: listQuestions("agent"),
      exact: true,
      goal: 0.75,
    },
    {
      key: "D",
      title: "Record, 20 entries, tags",
      viewer: "admin",
      questions: recordQuestions("admin", clients, () => true),
      exact: true,
      goal: 0.7,
      peerGoal: 2,
    },
    {
      key: "D",
      title: "Record, 20 entries, tags",
      viewer: "agent",
      questions: recordQuestions("agent", clients, seen),
      exact: true,
      goal: 0.55,
    },
    {
      key: "F",
      title: "Status, dates, tag, count",
      viewer: "admin",
      questions: filterQuestions("admin"),
      exact: true,
      goal: 0.95,
    },
    {
      key: "F",
      title: "Status, dates, tag, count",
      viewer: "agent",
      questions: filterQuestions("agent"),
      exact: true,
      goal: 0.6,
    },
    ...Object.entries(narrowQuestions).map(
      ([title, questions]): Row => ({ key: "G", title, viewer: "admin", questions: questions(), exact: true }),
    ),
    {
      key: "S",
      title: "Search, any term",
      viewer: "admin",
      questions: searchQuestions("admin", everyTerm),
      exact: false,
      goal: 1.8,
    },
    {
      key: "S",
      title: "Search, any term",
      viewer: "agent",
      questions: searchQuestions("agent", everyTerm),
      exact: false,
      goal: 1.8,
    },
    ...Object.entries(searchTerms).map(
      ([kind, terms]): Row => ({
        key: "S",
        title: `Search, ${kind}`,
        viewer: "admin",
        questions: searchQuestions("admin", terms),
        exact: false,
      }),
    ),
    {
      key: "T",
      title: "Timeline of 100,000, any day",
      viewer: "admin",
      questions: timelineQuestions(),
      exact: true,
    },
    {
      key: "A",
      title: "Append a note",
      viewer: "admin",
      questions: () => noteQuestion(noted++),
      exact: false,
    },
    {
      key: "W",
      title: "Create a client",
      viewer: "admin",
      questions: () => createQuestion(`${Date.now().toString(36)}${created++}`),
      exact: false,
      goal: 0.45,
      peerGoal: 1,
    },
  ];
}
