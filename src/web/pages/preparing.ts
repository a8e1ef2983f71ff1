/**
 * Preparing an edition: making one, and its settings with who is invited and how it goes on. Every form comes back with what was
 * typed and all that is wrong with it.
 * Must never: decide what may be set; say "saved" of anything the store has not acknowledged.
 */
import express, { type Request, type Response, type Router } from 'express';
import { type Outcome, type Problem, refused } from '../../core/problem.js';
import { COUNTRY_ROLES, ROLES } from '../../core/workflow/roles.js';
import { inviteAccount } from '../../journeys/accounts/invite-account.js';
import { moveEdition, setCalendar, setCountries, setGroups } from '../../journeys/preparing/change-edition.js';
import { createEdition, mayCreate } from '../../journeys/preparing/create-edition.js';
import { loadOwnEdition, type OwnEdition } from '../../journeys/preparing/own-edition.js';
import { peopleOfEdition } from '../../journeys/preparing/people-of-edition.js';
import { readCountries } from '../../journeys/preparing/read-countries.js';
import { addressOf } from '../addresses.js';
import { NEW_EDITION, newEditionPage, type TypedEdition } from '../new-edition-view.js';
import { personOf } from '../person.js';
import { sayProblems, statusOf } from '../problem-page.js';
import { enteredGroups, PARTS, readSettings, type TypedSettings, typedClosing, typedMove } from '../settings-form.js';
import { type SettingsShown, settingsPage } from '../settings-view.js';
import type { Site } from '../site.js';
import { textOf } from '../text-of.js';

const SETTINGS = '/desk/editions/:edition';
const form = express.urlencoded({ extended: false, limit: '200kb', parameterLimit: 300 });

export function preparingPages(site: Site, router: Router): void {
  router.get(addressOf.newEdition, (_request, response) => showNew(site, response));
  router.post(addressOf.newEdition, form, (request, response) => create(site, request, response));
  router.get(SETTINGS, (request, response) => show(site, request, response));
  router.post(SETTINGS, form, (request, response) => change(site, request, response));
}

function showNew(site: Site, response: Response): void {
  const permitted = mayCreate(site.world, personOf(response));
  if (permitted.ok) sendNew(site, response, { typed: NEW_EDITION, problems: [] });
  else sayProblems(site, response, permitted);
}

function sendNew(site: Site, response: Response, shown: { typed: TypedEdition; problems: readonly Problem[] }): void {
  const page = newEditionPage(site, personOf(response), shown);
  response.status(shown.problems.length > 0 ? 422 : 200);
  response.set('Cache-Control', 'no-store').type('html').send(site.render('new-edition', page));
}

async function create(site: Site, request: Request, response: Response): Promise<void> {
  const { body } = request as { body: unknown };
  const typed: TypedEdition = {
    id: textOf(body, 'id').trim(),
    title: textOf(body, 'title'),
    series: textOf(body, 'series'),
    year: textOf(body, 'year'),
    invented: textOf(body, 'invented') === 'yes',
    definition: textOf(body, 'definition'),
  };
  const created = await createEdition(site.world, personOf(response), typed);
  if (created.ok) return response.redirect(303, addressOf.settings(created.value));
  if (created.problems.some(({ field }) => field !== undefined)) {
    return sendNew(site, response, { typed, problems: created.problems });
  }
  sayProblems(site, response, created);
}

async function show(site: Site, request: Request, response: Response): Promise<void> {
  const own = await loadOwnEdition(site.world, personOf(response), String(request.params.edition));
  if (!own.ok) return sayProblems(site, response, own);
  const done = PARTS.find((one) => one === request.query.done) ?? '';
  await send(site, response, { own: own.value, problems: [], done });
}

async function send(site: Site, response: Response, shown: Omit<SettingsShown, 'people'>): Promise<void> {
  const people = await peopleOfEdition(site.world, shown.own);
  const page = settingsPage(site, { ...shown, people });
  response.set('Cache-Control', 'no-store').type('html').send(site.render('settings', page));
}

async function change(site: Site, request: Request, response: Response): Promise<void> {
  const person = personOf(response);
  const id = String(request.params.edition);
  const own = await loadOwnEdition(site.world, person, id);
  if (!own.ok) return sayProblems(site, response, own);
  const typed = readSettings(request.body);
  if (typed === undefined) return sayProblems(site, response, { problems: [{ code: 'form-unreadable' }] });
  const written = await write(site, own.value, typed);
  if (written.ok) return response.redirect(303, `${addressOf.settings(id)}?done=${typed.part}#${typed.part}`);
  // As it stands now, with what was typed.
  const again = await loadOwnEdition(site.world, person, id);
  if (!again.ok) return sayProblems(site, response, again);
  const [problem] = written.problems;
  response.status(problem?.field === undefined ? statusOf(problem) : 422);
  await send(site, response, { own: again.value, typed, problems: written.problems, done: '' });
}

function write({ world }: Site, own: OwnEdition, typed: TypedSettings): Promise<Outcome<unknown>> {
  const { expecting } = typed;
  const { countries } = world.library;
  switch (typed.part) {
    case 'countries':
      return setCountries(world, own, { entered: readCountries(countries, typed.text('countries')), expecting });
    case 'groups':
      return setGroups(world, own, { entered: enteredGroups(countries, typed), expecting });
    case 'calendar': {
      const closes = typedClosing(typed);
      return setCalendar(world, own, { entered: closes === undefined ? {} : { closes }, expecting });
    }
    case 'move': {
      const to = typedMove(typed);
      if (to === undefined) return Promise.resolve(refused({ code: 'form-unreadable' }));
      return moveEdition(world, own, { entered: to, expecting });
    }
    case 'invite':
      return invite(world, own, typed);
    default:
      return typed.part satisfies never;
  }
}

function invite(
  world: Site['world'],
  { person, kept }: OwnEdition,
  { text, all }: TypedSettings,
): Promise<Outcome<unknown>> {
  const role = ROLES.find((one) => one === text('role'));
  if (role === undefined) return Promise.resolve(refused({ code: 'role-required', field: 'role' }));
  const [country, sections] = [text('country'), all('sections')];
  const grant = {
    role,
    edition: kept.id,
    ...(COUNTRY_ROLES.includes(role) && country !== '' ? { country } : {}),
    ...(role === 'contributor' && sections.length > 0 ? { sections } : {}),
  };
  return inviteAccount(world, person, { email: text('email'), name: text('name'), grant });
}
