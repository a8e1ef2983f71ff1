// What a page costs at the least with Express, EJS and SQLite: a table of forty rows for anybody, and for somebody with a session a form
// of as many fields and bytes as one of ours, compressed. No rights, no conditions, no progress, no wording.
import Database from 'better-sqlite3';
import compression from 'compression';
import ejs from 'ejs';
import express from 'express';
import session from 'express-session';

export async function floorServer({ fields, bytes }) {
  const database = new Database(':memory:');
  const app = express();
  app.get('/', barePage(database));
  app.use(compression());
  app.use(session({ secret: 'floor', store: sessionsIn(database), saveUninitialized: true, resave: false }));
  app.get('/form', bareForm(database, fields, bytes));
  const server = await new Promise((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const page = `http://127.0.0.1:${server.address().port}/`;
  const form = `${page}form`;
  const [cookie] = (await fetch(form)).headers.getSetCookie();
  return { page, form, cookie: cookie.split(';')[0], close: () => server.close() };
}

function barePage(database) {
  database.exec('create table countries (code text, score real)');
  for (let k = 0; k < 40; k++) database.prepare('insert into countries values (?, ?)').run(`C${k}`, k / 40);
  const rows = database.prepare('select * from countries order by score desc');
  const page = ejs.compile(
    '<!doctype html><title>floor</title><table><% for (const row of rows) { %><tr><th><%= row.code %></th><td><%= row.score.toFixed(2) %></td></tr><% } %></table>',
  );
  return (_request, response) => response.send(page({ rows: rows.all() }));
}

function bareForm(database, fields, bytes) {
  database.exec('create table answers (key text, text text, value text)');
  const insert = database.prepare('insert into answers values (?, ?, ?)');
  const words = 'which data are open, by whom, since when & under "which" licence '.repeat(40);
  for (let k = 0; k < fields; k++) {
    insert.run(`q${k}`, words.slice(k, k + Math.floor(bytes / fields) - FIELD), `answer ${k}`);
  }
  const rows = database.prepare('select * from answers');
  const page = ejs.compile(
    '<!doctype html><title>floor</title><form><% for (const row of rows) { %><p><label for="<%= row.key %>"><%= row.text %></label><input id="<%= row.key %>" name="<%= row.key %>" value="<%= row.value %>"></p><% } %></form>',
  );
  return (_request, response) => response.send(page({ rows: rows.all() }));
}

/** About as many bytes as the markup around a field's text has. */
const FIELD = 85;

function sessionsIn(database) {
  database.exec('create table sessions (id text primary key, data text)');
  const read = database.prepare('select data from sessions where id = ?').pluck();
  const write = database.prepare('insert or replace into sessions values (?, ?)');
  return Object.assign(new session.Store(), {
    get: (id, done) => done(null, JSON.parse(read.get(id) ?? 'null')),
    set: (id, data, done) => done(null, void write.run(id, JSON.stringify(data))),
    destroy: (_id, done) => done(null),
    touch: (_id, _data, done) => done(null),
  });
}
