import { apiDescriptions } from '../operation/openapi/api-descriptions.ts';
import { FORM_TYPE, openApiDocument } from '../operation/openapi/openapi-document.ts';
import { DocumentSchemas } from './document-schemas.ts';
import { FormWitness } from './form-witness.ts';

const document = openApiDocument({ routes: apiDescriptions('demo-city'), webhooks: [] }, { version: '0.1.0' });
const witness = new FormWitness(new DocumentSchemas(document));

/**
 * Holds the form that a test sent, where it was taken, and every form of the page that came back, against the document.
 *
 * @throws what does not fit, so that whichever test sends a form is also a test of its description
 */
export async function holdForms(path: string, init: RequestInit, response: Response): Promise<void> {
  const { method = 'GET', body } = init;
  const isForm = new Headers(init.headers).get('Content-Type')?.startsWith(FORM_TYPE) ?? false;
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
  const wrong = [
    ...(isForm && response.status < 400 ? witness.holdTaken({ method, path }, body as string) : []),
    ...(isPage ? witness.holdPage(await response.clone().text()) : []),
  ];
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}
