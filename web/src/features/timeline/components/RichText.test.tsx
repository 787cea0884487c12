import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RichText } from "./RichText.tsx";

const shown = (html: string) => renderToStaticMarkup(<RichText html={html} />);

test("keeps paragraphs, emphasis and lists", () => {
  expect(shown("<p>Uno<br><strong>dos</strong></p><ul><li>tres</li></ul>")).toBe(
    "<p>Uno<br/><strong>dos</strong></p><ul><li>tres</li></ul>",
  );
});

test.each([
  ["<img src=x onerror=alert(1)>hola", "hola"],
  ["<script>alert(1)</script>hola", "hola"],
  ['<p style="position:fixed" onclick="alert(1)">hola</p>', "<p>hola</p>"],
  ['<a href="javascript:alert(1)">hola</a>', "hola"],
  ["<svg><script>alert(1)</script></svg>hola", "hola"],
  ["<math><mtext><img src=x onerror=alert(1)></mtext></math>hola", "hola"],
  ['<iframe srcdoc="<script>alert(1)</script>"></iframe>hola', "hola"],
  ["<h1>hola</h1>", "<strong>hola</strong>"],
  ["<p>1 &lt; 2 &amp;&amp; 3</p>", "<p>1 &lt; 2 &amp;&amp; 3</p>"],
])("lets nothing run, style or lead astray: %s", (html, expected) => {
  expect(shown(html)).toBe(expected);
});

test("links lead out of the admin without telling where from", () => {
  expect(shown('<a href="https://x.test/a" onmouseover="alert(1)">aquí</a>')).toMatch(
    /href="https:\/\/x\.test\/a" target="_blank" rel="noreferrer nofollow">aquí<\/a>/,
  );
});
