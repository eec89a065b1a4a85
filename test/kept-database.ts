// One database per engine for all test files of a process: opening the embedded one takes two seconds of a processor,
// making it empty again some milliseconds.
import type { Database } from '../server/db/database.ts';

/** How a migrated database begins: the rows that migrating puts in, and what its schema is made of. */
export interface Beginning {
  rows: { table: string; columns: string; rows: string }[];
  schema: string;
}

const TABLES = `select oid::regclass::text as "table" from pg_class
  where relnamespace = 'atlas'::regnamespace and relkind = 'r' order by oid`;

const guardsThatAre = (
  state: 'A' | 'D',
): string => `select tgrelid::regclass as "table", tgname as name from pg_trigger t join pg_class c on c.oid = tgrelid
  where relnamespace = 'atlas'::regnamespace and tgenabled = '${state}'`;

/** What is in a database that is as migrating left it. */
export async function describeBeginning(db: Database): Promise<Beginning> {
  const rows: Beginning['rows'] = [];
  for (const { table } of await db.query<{ table: string }>(TABLES)) {
    const [found] = await db.query<{ rows: string | null }>(
      `select json_agg(t)::text as rows from ${table} t`,
    );
    if (!found!.rows) continue;
    const [{ columns }] = (await db.query<{ columns: string }>(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    )) as [{ columns: string }];
    rows.push({ table, columns, rows: found!.rows });
  }
  return { rows, schema: await describeSchema(db) };
}

/** Whether nothing but rows was changed since, so that `makeEmpty` gives back how it began. */
export async function isReusable(db: Database, beginning: Beginning): Promise<boolean> {
  return (await describeSchema(db).catch(() => 'gone')) === beginning.schema;
}

/** Takes out every row and puts back those of the beginning; identities count from 1 again. */
export async function makeEmpty(db: Database, { rows }: Beginning): Promise<void> {
  await db.transaction(async (tx) => {
    // Neither guards nor what is kept along: the tables are emptied and filled as they are.
    await tx.query('set local session_replication_role = replica');
    await tx.query(`do $$
      declare
        one text;
        guard record;
        filled text[] := '{}';
        has_rows boolean;
      begin
        -- What holds for everybody, such as a log that only grows.
        for guard in ${guardsThatAre('A')} loop
          execute format('alter table %s disable trigger %I', guard."table", guard.name);
        end loop;
        for one in ${TABLES} loop
          execute format('select exists (select from %s)', one) into has_rows;
          if has_rows then filled := filled || one; end if;
        end loop;
        if filled <> '{}' then execute 'truncate ' || array_to_string(filled, ', ') || ' cascade'; end if;
        for guard in ${guardsThatAre('D')} loop
          execute format('alter table %s enable always trigger %I', guard."table", guard.name);
        end loop;
        perform setval(seqrelid::regclass, seqstart, false) from pg_sequence join pg_class c on c.oid = seqrelid
          where c.relnamespace = 'atlas'::regnamespace;
      end $$`);
    for (const { table, columns, rows: text } of rows) {
      await tx.query(
        `insert into ${table} (${columns}) overriding system value
         select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
        [text],
      );
    }
  });
}

/** A checksum over tables, columns, functions, triggers, policies, rights and settings of the database. */
async function describeSchema(db: Database): Promise<string> {
  const [found] = await db.query<{ schema: string }>(`select concat_ws(' ',
    (select md5(string_agg(oid || coalesce(relacl::text, ''), ',' order by oid)) from pg_class where relpersistence <> 't'),
    (select count(*) || '-' || sum(attnum) from pg_attribute join pg_class c on c.oid = attrelid where relpersistence <> 't'),
    (select md5(string_agg(oid || md5(prosrc), ',' order by oid)) from pg_proc),
    (select count(*) || '-' || sum(oid::bigint) || min(tgenabled) from pg_trigger),
    (select count(*) || '-' || sum(oid::bigint) from pg_policy),
    (select count(*) || '-' || sum(oid::bigint) from pg_constraint),
    (select md5(string_agg(setconfig::text, ',' order by setrole)) from pg_db_role_setting d
      join pg_database b on b.oid = d.setdatabase where datname = current_database())) as schema`);
  return found!.schema;
}
