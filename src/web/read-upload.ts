/**
 * Reads the body of a form that may hold files: into memory, so that nothing is on disk before it was looked at.
 * Must never: hold more in memory than one file and a page of text; read files for who does not answer for the country.
 */
import express, { type RequestHandler } from 'express';
import multer from 'multer';
import { QUOTA } from '../journeys/answering/attach-evidence.js';
import { personOf } from './person.js';
import { sayProblems } from './problem-page.js';
import type { Site } from './site.js';

export interface Upload {
  /** Of the form's field. */
  readonly field: string;
  readonly name: string;
  readonly content: Buffer;
}

const TEXT = 2 ** 20;
/** A file of the largest size allowed, one byte to tell a larger one by, and the text around it. */
const MOST = QUOTA.perFile + 1 + TEXT;
const FIELDS = 5000;

const plain = express.urlencoded({ extended: false, limit: TEXT, parameterLimit: FIELDS });

/** Reads either kind of form; one that is too large is refused before it is read. */
export function readAnswersForm(site: Site): RequestHandler {
  return (request, response, next) => {
    if (request.is('multipart/form-data') !== 'multipart/form-data') return plain(request, response, next);
    const length = Number(request.get('content-length') ?? Number.NaN);
    if (!(length <= MOST)) {
      response.set('Connection', 'close');
      return sayProblems(site, response, { status: 413, problems: [{ code: 'upload-too-large' }] });
    }
    const { edition, country } = request.params;
    // Whether it may be attached is asked again with all that matters; this keeps files of strangers out of memory.
    const mayUpload = personOf(response).grants.some((grant) => grant.edition === edition && grant.country === country);
    const reader = multer({
      storage: multer.memoryStorage(),
      defParamCharset: 'utf8',
      limits: { fileSize: MOST, fieldSize: TEXT, fields: FIELDS, parts: FIELDS, fieldNameSize: 200, headerPairs: 20 },
      fileFilter: (_request, _file, accept) => accept(null, mayUpload),
    }).any();
    reader(request, response, (fault: unknown) => {
      if (fault === undefined || fault === null) return next();
      // What multer cannot read is a fault of the form, never of the house.
      sayProblems(site, response, { problems: [{ code: 'form-unreadable' }] });
    });
  };
}

/** The files of a form; a field in which none was chosen is none. */
export function uploadsOf(files: unknown): readonly Upload[] {
  if (!Array.isArray(files)) return [];
  return (files as readonly Express.Multer.File[])
    .filter(({ originalname, size }) => originalname !== '' || size > 0)
    .map(({ fieldname, originalname, buffer }) => ({ field: fieldname, name: originalname, content: buffer }));
}
