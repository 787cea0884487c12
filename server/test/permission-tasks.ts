import { addAppointment, addTask } from "./business.ts";
import type { Caller } from "./caller.ts";

type Operations = Record<string, [operation: string, variables?: () => Promise<object> | object]>;

/** Operations on tasks and appointments that are right in all but who calls them. */
export function taskOperations(owner: () => Caller, newClient: () => Promise<string>): Operations {
  const newTask = async () => addTask(owner(), await newClient());
  const newAppointment = async () => addAppointment(owner(), await newClient());
  return {
    "Query.tasks": ["{ tasks { nodes { id } } }"],
    "Query.task": ["query ($id: ID!) { task(id: $id) { id } }", async () => ({ id: await newTask() })],
    "Query.taskCounts": ["{ taskCounts { open } }"],
    "Mutation.createTask": [
      `mutation ($id: ID!) { createTask(clientId: $id, input: { title: "Llamar" }) { id } }`,
      async () => ({ id: await newClient() }),
    ],
    "Mutation.updateTask": [
      `mutation ($id: ID!) { updateTask(id: $id, input: { title: "Visitar" }) { id } }`,
      async () => ({ id: await newTask() }),
    ],
    "Mutation.completeTasks": [
      "mutation ($id: ID!) { completeTasks(ids: [$id]) { id } }",
      async () => ({ id: await newTask() }),
    ],
    "Mutation.deleteTask": ["mutation ($id: ID!) { deleteTask(id: $id) }", async () => ({ id: await newTask() })],
    "Mutation.restoreTask": [
      "mutation ($id: ID!) { restoreTask(id: $id) { id } }",
      async () => {
        const id = await newTask();
        await owner().ok("mutation ($id: ID!) { deleteTask(id: $id) }", { id });
        return { id };
      },
    ],
    "Query.appointments": ["{ appointments { nodes { id } } }"],
    "Query.appointment": [
      "query ($id: ID!) { appointment(id: $id) { id } }",
      async () => ({ id: await newAppointment() }),
    ],
    "Query.calendarFeed": ["{ calendarFeed { createdAt } }"],
    "Mutation.createAppointment": [
      `mutation ($id: ID!) { createAppointment(clientId: $id, input: {
      title: "Visita", startsAt: "2030-01-01T10:00:00Z", endsAt: "2030-01-01T11:00:00Z" }) { id } }`,
      async () => ({ id: await newClient() }),
    ],
    "Mutation.updateAppointment": [
      `mutation ($id: ID!) { updateAppointment(id: $id, input: { title: "Otra" }) { id } }`,
      async () => ({ id: await newAppointment() }),
    ],
    "Mutation.cancelAppointment": [
      "mutation ($id: ID!) { cancelAppointment(id: $id) { id } }",
      async () => ({ id: await newAppointment() }),
    ],
    "Mutation.createCalendarFeed": ["mutation { createCalendarFeed { url } }"],
    "Mutation.revokeCalendarFeed": ["mutation { revokeCalendarFeed }"],
  };
}
