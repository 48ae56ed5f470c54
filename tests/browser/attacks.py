"""Texts that try to run, to break out, to turn the page round or to be taken for something else.

Each is a name that somebody could give to a unit, or that a source could carry. `window.ran` is
what the tests look for afterwards.
"""

from __future__ import annotations

ATTACKS = {
    "script": "<script>window.ran = 1</script>",
    "script_case": "<ScRiPt >window.ran=1</sCrIpT\t>",
    "script_src": '<script src="data:text/javascript,window.ran=1"></script>',
    "end": "</script></style></title></textarea><script>window.ran = 1</script>",
    "end_space": "</script ><img src=x onerror=window.ran=1>",
    "comment": "<!--<script>",
    "comment_end": "--><script>window.ran=1</script><!--",
    "cdata": "]]><script>window.ran=1</script><![CDATA[",
    "instruction": "<?xml-stylesheet href='data:,'?><!DOCTYPE x [<!ENTITY a 'b'>]>&a;",
    "image": "\"'><img src=x onerror='window.ran = 1'><svg onload=window.ran=1>",
    "unquoted": "x onmouseover=window.ran=1 autofocus onfocus=window.ran=1 y=",
    "single_quote": "' onclick='window.ran=1' tabindex='0",
    "backtick": "``onload=window.ran=1``",
    "svg_script": "<svg><script>window.ran=1</script><animate onbegin=window.ran=1></svg>",
    "foreign": "<math><mtext><table><mglyph><style><img src=x onerror=window.ran=1>",
    "iframe": "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "base": "<base href='https://evil.example/'><link rel=stylesheet href=//evil.example/a.css>",
    "meta": '<meta http-equiv="refresh" content="0;url=javascript:window.ran=1">',
    "form": "<form action=javascript:window.ran=1><input name=attributes><button id=png>",
    "javascript": "javascript:window.ran=1",
    "javascript_split": "java\tscript:window.ran=1//https://x",
    "javascript_lead": "\x01 \x1fJaVaScRiPt&colon;window.ran=1",
    "data_url": "data:text/html;base64,PHNjcmlwdD53aW5kb3cucmFuPTE8L3NjcmlwdD4=",
    "protocol": "//evil.example/%0d%0aSet-Cookie:a=b",
    "user_info": "https://www.gov.cn@evil.example/\\@x",
    "template": "{{ 7 * 7 }} {% raise %} ${window.ran = 1} \\u003cscript\\u003e",
    "template_python": "%(name)s {0.__class__} {title} %s %n {# #}",
    "entity": "&lt;script&gt;window.ran=1&lt;/script&gt;&#x3c;b&#62;&amp;amp;&nbsp",
    "escape_js": "\\'; window.ran=1; //\\\"\\x3cscript\\x3e\\",
    "escape_css": "\\3c/style>red;}*{display:none;background:url(//evil.example)} \\9",
    "style": 'x" style="position:fixed;inset:0;background:url(https://evil.example/a)',
    "cypher": "'}) DETACH DELETE n //` MATCH (n) RETURN n; DROP TABLE x;--",
    "formula": '=HYPERLINK("https://evil.example","x")',
    "formula_plus": "+cmd|' /C calc'!A0",
    "proto": "__proto__",
    "constructor": "constructor",
    "own_property": "hasOwnProperty",
    "toString": "toString",
    "form_id": "canvas",
    "turned": "\u202e\u2067 gnp.exe \u200f\u200e",
    "control": "a\x00b\x08c\x1b[31md\x7fe",
    "separators": "a\u2028window.ran=1\u2029b\u0085c\rd\ne",
    "zero_width": "\u200b\u200c\u200d\ufeff\u2060",
    "zero_width_in": "济\u200b南\u00ad市\ufeff",
    "surrogate": "a\ud800b\udfffc",
    "not_a_character": "a\ufffeb\uffffc\U0010ffff",
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈🇨🇳👍🏽",
    "combining": "Z̵̧̛̘͎͓a̸̢̡̧͇l̴̢̛g̷̡̢o" + "\u0301" * 60,
    "arabic": "لجنة التنسيق الصغيرة 济南 3.14",
    "long": "长" * 1500 + "x" * 1500,
    "blank": " \t ",
    "empty": "",
}

INVISIBLE = {
    "turned",
    "control",
    "separators",
    "zero_width",
    "surrogate",
    "not_a_character",
    "zero_width_in",
}
"""Those that a browser does not show as they stand: the tests of shown text leave them out."""

HARMLESS = [None, None, [], [], []]
"""What FOREIGN finds on a page on which nothing ran and nothing foreign became an element."""

FOREIGN = """() => {
  const bad = ['img', 'iframe', 'object', 'embed', 'base', 'form[action]', 'body style',
    'link:not([rel=icon])', 'meta[http-equiv=refresh]', 'script[src]'].join();
  const all = [...document.querySelectorAll('*')];
  const handler = (e) => [...e.attributes].some((a) => a.name.startsWith('on'));
  const here = new URL('.', location).href;
  const known = (e) => e.download || e.href?.startsWith(here) || /^https?:/.test(e.href);
  const strange = (e) => e.src || e.action || e.formAction || !known(e);
  const links = document.querySelectorAll('[href]:not([rel=icon]), [src], [action], [formaction]');
  return [window.ran ?? null, ({}).ran ?? null, [...document.querySelectorAll(bad)], all.filter(handler),
    [...links].filter(strange)].map((list) => list && list.map((e) => e.outerHTML.slice(0, 200)));
}"""
