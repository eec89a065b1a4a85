-- A workbook that was handed in and not yet accepted: what it said, what was chosen, what was last shown of it.
--
-- Belongs to the account that handed it in and to nobody else; thrown away a day later. Nothing in it counts until it is
-- accepted, and then it is written as records like any other (013_save.sql).
create table atlas.excel_voorstel (
  id            text primary key default gen_random_uuid()::text,
  account_id    text not null default atlas.eigen_account() references atlas.account (id) on delete cascade,
  lijst         text not null,
  bestand       text not null,
  gelezen       jsonb not null,                  -- the rows of the sheet (server/exchange/read-list.ts)
  keuzes        jsonb not null default '{}',     -- per row number, per field: mijn | hun
  rijen         jsonb not null default '[]',     -- the preview as it was last shown
  meldingen     jsonb not null default '[]',
  stand         text not null default '',        -- fingerprint of that preview: its ETag
  aangemaakt_op timestamptz not null default now(),
  verloopt_op   timestamptz not null,
  aanvaard_op   timestamptz
);
create index excel_voorstel_account on atlas.excel_voorstel (account_id);
create index excel_voorstel_verloopt on atlas.excel_voorstel (verloopt_op);
alter table atlas.excel_voorstel enable row level security;
create policy eigen on atlas.excel_voorstel
  using (account_id = atlas.eigen_account()) with check (account_id = atlas.eigen_account());

-- Throws away what is past its time, of everybody: beyond the sight of who asks, so by the owner of the table.
create function atlas.ruim_excel_op() returns void
  language sql security definer set search_path = atlas, pg_temp
  begin atomic
    delete from atlas.excel_voorstel where verloopt_op < now();
  end;

grant select, insert, update, delete on atlas.excel_voorstel to atlas_bewerker;
revoke execute on function atlas.ruim_excel_op() from public;
grant execute on function atlas.ruim_excel_op() to atlas_bewerker;
