-- What is loaded, from where and how old. One row per dataset of data/sources.
create table atlas.databron (
  id          text primary key,
  titel       text not null,
  herkomst    text not null check (herkomst in ('officieel', 'spiegel', 'schematisch')),
  peildatum   date,
  uitgever    text not null,
  licentie    text not null,
  adres       text not null,          -- service address, file in the mirror, or file in data/seed
  dekking     text[],                 -- province codes the data covers; null = the whole country
  aantal      integer not null,
  controlesom text not null,          -- SHA-256 of what was read: an unchanged source is not loaded again
  afwijking_p95_m float8,             -- p95 distance of its borders from the real ones, where known
  toelichting text,
  geladen_op  timestamptz not null default now()
);
