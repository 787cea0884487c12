import { addDays } from "@clientela/shared/time/zoned";
import { useEffect, useRef } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { When } from "./when.ts";

const dayMs = 86_400_000;
const isNextDay = ({ day, start, endDay, end }: When) => end < start && endDay === addDays(day, 1);

/**
 * Keeps the end's day as far from the start's day as it was. If the end has an earlier hour than the start, it is the
 * next day, unless a person chose another. An appointment of 24 hours is always a person's choice.
 */
export function useEndDay(form: Pick<UseFormReturn<When>, "subscribe" | "setValue" | "getValues">): void {
  const { subscribe, setValue, getValues } = form;
  const overnight = useRef<boolean>(null);
  const startDay = useRef<string>(null);
  useEffect(() => {
    const initial = getValues();
    overnight.current ??= initial.day !== "" && isNextDay(initial);
    startDay.current ??= initial.day;
    const setEndDay = (endDay: string, isOvernight: boolean | null) => {
      setValue("endDay", endDay, { shouldDirty: true, shouldValidate: false });
      // After it: setting the day is reported like a day that a person chose.
      overnight.current = isOvernight;
    };
    return subscribe({
      formState: { values: true },
      callback: ({ name, values }) => {
        const { day, start, endDay, end } = values;
        if (name === "day" && day && startDay.current && endDay) {
          const moved = Math.round((Date.parse(day) - Date.parse(startDay.current)) / dayMs);
          startDay.current = day;
          if (moved !== 0) setEndDay(addDays(endDay, moved), overnight.current);
        } else if (name === "endDay") {
          overnight.current = false;
        } else if ((name === "start" || name === "end") && day && start && end) {
          if (end < start && endDay === day) {
            setEndDay(addDays(day, 1), true);
          } else if (overnight.current && end >= start && endDay === addDays(day, 1)) {
            setEndDay(day, false);
          }
        }
      },
    });
  }, [subscribe, setValue, getValues]);
}
