import { describe, expect, it } from "vitest";
import { mentionsIn, plainText, sanitizeRichText } from "../../core/rich-text.ts";

describe("a person's HTML", () => {
  it("keeps formatting", () => {
    const html =
      "<h3>Hola</h3><p>Un <strong>texto</strong> <em>con</em> <u>todo</u><br /></p><ul><li>uno</li></ul><blockquote>cita</blockquote><pre><code>x</code></pre>";
    expect(sanitizeRichText(html)).toBe(html);
  });

  it("keeps tables, and parts the words of blocks that are not kept", () => {
    expect(
      sanitizeRichText(
        "<table><thead><tr><th>Name</th><th>Owner</th></tr></thead><tbody><tr><td colspan='2' style='x'>Desk</td></tr></tbody></table>",
      ),
    ).toBe(
      '<table><tbody><tr><th>Name</th><th>Owner</th></tr></tbody><tbody><tr><td colspan="2">Desk</td></tr></tbody></table>',
    );
    expect(
      plainText(
        sanitizeRichText("<table><tr><td>Name</td><td>Owner</td></tr><tr><td>Desk</td><td>120</td></tr></table>"),
      ),
    ).toBe("Name Owner Desk 120");
    expect(
      plainText(
        sanitizeRichText(
          "<h1>One</h1><div>Two</div><section><div>Three</div></section><dl><dt>Four</dt><dd>Five</dd></dl>",
        ),
      ),
    ).toBe("One Two Three Four Five");
    expect(sanitizeRichText("<h1>One</h1><h2>Two</h2><h5>Three</h5>")).toBe("<h3>One</h3><h3>Two</h3><h4>Three</h4>");
  });

  it("of a picture elsewhere keeps the way to it, and of others the words", () => {
    expect(
      sanitizeRichText('<p>A<img src="https://cdn.test/p.png?a=1&amp;b=2" alt="Plan &amp; price" onerror="x()"></p>'),
    ).toBe(
      '<p>A<a href="https://cdn.test/p.png?a=1&amp;b=2" rel="noopener noreferrer nofollow" target="_blank">Plan &amp; price</a></p>',
    );
    expect(sanitizeRichText('<img src="https://cdn.test/p.png">')).toContain(">https://cdn.test/p.png</a>");
    expect(sanitizeRichText('<p><img src="data:image/png;base64,AA" alt="Plan"></p>')).toBe("<p>Plan</p>");
  });

  it.each(["https://example.org/a?b=1", "http://example.org", "mailto:ana@example.org", "tel:+34911234567"])(
    "keeps a link to %s, which opens apart and tells nothing",
    (href) => {
      expect(sanitizeRichText(`<a href="${href}">x</a>`)).toBe(
        `<a href="${href}" rel="noopener noreferrer nofollow" target="_blank">x</a>`,
      );
    },
  );

  it.each([
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<p onclick=alert(1)>x</p>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVaScRiPt:alert(1)">x</a>',
    '<a href="java&#9;script:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href=" javascript:alert(1)">x</a>',
    '<a href="vbscript:msgbox(1)">x</a>',
    '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
    '<a href="//evil.example">x</a>',
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    '<svg><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<math><mtext><style><img src=x onerror="alert(1)"></style></mtext></math>',
    "<iframe src=javascript:alert(1)></iframe>",
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "<object data=x></object><embed src=x>",
    "<style>*{background:url(javascript:alert(1))}</style>",
    '<p style="background:url(//evil.example)">x</p>',
    '<form action="//evil.example"><input name=a><button>x</button></form>',
    '<meta http-equiv="refresh" content="0;url=//evil.example">',
    '<base href="//evil.example">',
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<textarea></textarea><script>alert(1)</script>",
    '<p id="root" class="MuiDialog-root" data-x="1">x</p>',
    "<template><script>alert(1)</script></template>",
    '<a href="https://example.org" onmouseover="alert(1)" style="position:fixed">x</a>',
    "<b <script>alert(1)</script>0",
  ])("keeps nothing that runs, loads or pretends in %s", (html) => {
    const safe = sanitizeRichText(html);
    expect(safe).not.toMatch(/<(?!\/?(p|br|strong|b|em|i|u|s|a|ul|ol|li|blockquote|code|pre|h3|h4)[\s/>])/i);
    expect(safe).not.toMatch(/<[^>]*\s(on\w+|style|src|class|id|data-\w+|srcdoc|action|xlink:href)\s*=/i);
    for (const [, href] of safe.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(https?:|mailto:|tel:)/);
    expect(sanitizeRichText(safe)).toBe(safe);
  });

  it("keeps mentions of those who may be mentioned, and of others the name [F105]", () => {
    const [ana, bea] = ["01900000-0000-7000-8000-00000000000a", "01900000-0000-7000-8000-00000000000b"];
    const html = `<p><span data-mention="${ana.toUpperCase()}" class="x">@Ana</span> y <span data-mention="${bea}">@Bea</span></p>`;
    const safe = sanitizeRichText(html, (id) => id === ana);
    expect(safe).toBe(`<p><span data-mention="${ana}">@Ana</span> y @Bea</p>`);
    expect(mentionsIn(sanitizeRichText(html))).toEqual([ana, bea]);
    expect(sanitizeRichText('<span>a</span><span data-mention="x">b</span><none>c</none>')).toBe("abc");
  });

  it("keeps plain text as it was meant", () => {
    expect(plainText(sanitizeRichText("a &lt; b &amp; c"))).toBe("a < b & c");
    expect(plainText("<p>uno</p>\n<p>dos&nbsp;tres</p>")).toBe("uno dos tres");
  });
});
