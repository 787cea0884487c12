/** What revealing and masking need: how often somebody revealed of late, and which fields ever held contact data. */
export const reveal = `
create index timeline_entry_revealed on timeline_entry (actor_id, occurred_at) where kind = 'CONTACT_DATA_REVEALED';

-- Stays true when the field changes its type: the timeline's old differences still hold what was hidden.
alter table custom_field add column contact boolean not null default false;
update custom_field set contact = true where type in ('EMAIL', 'PHONE');
`;
