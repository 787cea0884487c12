-- Sanitised HTML as people read it: what parts blocks is a space, other tags are nothing.
create or replace function plain_text(html text) returns text language sql immutable strict parallel safe
  return replace(replace(replace(replace(replace(replace(
    regexp_replace(regexp_replace(html, '</?(p|br|ul|ol|li|blockquote|pre|h3|h4|table|tr|th|td)(\s[^>]*|/)?>', ' ', 'gi'), '<[^>]*>', '', 'g'),
    '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&#39;', ''''), '&nbsp;', ' '), '&amp;', '&');
