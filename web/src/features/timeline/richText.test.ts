import { expect, test } from "vitest";
import { htmlOfText, textOfHtml } from "./richText.ts";

test("typed text becomes paragraphs with line breaks, and nothing in it is markup", () => {
  expect(htmlOfText('Llamar el lunes\na las 9\n\n<b>no</b> & "sí"')).toBe(
    "<p>Llamar el lunes<br>a las 9</p><p>&lt;b&gt;no&lt;/b&gt; &amp; &quot;sí&quot;</p>",
  );
  expect(htmlOfText(" \r\n ")).toBe("");
});

test.each(["Una línea", "Dos\nlíneas", "Un párrafo\n\nOtro\ncon dos", "1 < 2 && \"a\" > 'b'"])(
  "typed text comes back as it was: %j",
  (text) => {
    expect(textOfHtml(htmlOfText(text))).toBe(text);
  },
);

test("formatted text from elsewhere reads as text", () => {
  expect(textOfHtml("<h2>Acordado</h2><ul><li>uno</li><li><b>dos</b></li></ul>")).toBe("Acordado\n\nuno\ndos");
});
