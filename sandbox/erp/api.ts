import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addApiHooks } from '../core/apiHooks';
import { jsonAnswer, sendAnswer, type Answer } from '../core/answer';
import { isRecord } from '../core/json';
import { pathValue } from '../core/query';
import { requireLogin } from './auth';
import { ERP_USER } from './defaults';
import { DOCTYPES, describeFields } from './doctypes';
import { ErpProblem, invalid, problemAnswer } from './problem';
import { select } from './query';
import type { ErpService } from './service';

const LIST = '/api/resource/:doctype';
const RECORD = '/api/resource/:doctype/:name';
const KINDS = 'DocType';

/** The part of ERPNext's REST interface that n8n's ERPNext node uses. */
export function addErpApi(app: FastifyInstance, service: ErpService): void {
	const failed = (status: number, detail: string): Answer => jsonAnswer(status, { detail });
	addApiHooks(app, { service, failed, logged: { secretQuery: 'token' } });
	const at = (request: FastifyRequest): [string, string] => [
		pathValue(request, 'doctype'),
		pathValue(request, 'name'),
	];

	app.get(
		'/api/method/frappe.auth.get_logged_user',
		loggedIn(() => jsonAnswer(200, { message: ERP_USER })),
	);
	app.get(
		LIST,
		loggedIn((request) => {
			const [doctype] = at(request);
			if (doctype === KINDS) return data(Object.keys(DOCTYPES).map((name) => ({ name })));
			service.kind(doctype);
			return data(select(service.store.all(doctype), request));
		}),
	);
	app.get(
		RECORD,
		loggedIn((request) => {
			const [doctype, name] = at(request);
			if (doctype !== KINDS) return data(service.find(doctype, name));
			return data({ name, doctype: KINDS, fields: describeFields(service.kind(name)) });
		}),
	);
	app.post(
		LIST,
		loggedIn((request) => data(service.create(at(request)[0], bodyOf(request)))),
	);
	app.put(
		RECORD,
		loggedIn((request) => data(service.update(...at(request), bodyOf(request)))),
	);
	app.delete(
		RECORD,
		loggedIn((request) => {
			service.delete(...at(request));
			return jsonAnswer(202, { message: 'ok' });
		}),
	);
}

function loggedIn(handler: (request: FastifyRequest) => Answer) {
	return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
		try {
			requireLogin(request);
			return sendAnswer(reply, handler(request));
		} catch (error) {
			if (error instanceof ErpProblem) return sendAnswer(reply, problemAnswer(error));
			throw error;
		}
	};
}

function data(value: unknown): Answer {
	return jsonAnswer(200, { data: value });
}

function bodyOf({ body }: FastifyRequest): Record<string, unknown> {
	if (!isRecord(body)) throw invalid('A record is sent as a JSON object.');
	return body;
}
