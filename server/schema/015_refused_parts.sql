-- What was left out of a dataset that was loaded: [{ onderdeel, reden }], such as a plan file that is wrong. A reader of
-- the map must be able to see that something is missing, not only who watched it load.
alter table atlas.databron add column geweigerde_onderdelen jsonb not null default '[]';
