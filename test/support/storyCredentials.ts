import type { CredentialInput } from '../../runtime/rest';
import {
	DETRACK_API_KEY,
	DETRACK_WEBHOOK_PASSWORD,
	DETRACK_WEBHOOK_USERNAME,
} from '../../sandbox/detrack/defaults';
import { ERP_KEY, ERP_SECRET } from '../../sandbox/erp/defaults';
import { RADARO_KEY, RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import { READYCLOUD_TOKEN } from '../../sandbox/readycloud/defaults';
import { ROUTIGO_API_KEY } from '../../sandbox/routigo/defaults';
import type { Node } from './chain';
import { ERPNEXT_HOST, type StoryParts } from './storyParts';

type Data = Record<string, unknown>;

/**
 * What a user would enter for each type of credential. Those of the vendors name no address, so
 * that their production addresses are tried.
 */
const DATA: Record<string, (parts: StoryParts) => Data> = {
	radaroApi: () => ({
		server: 1,
		apiKey: RADARO_KEY,
		webhookTokens: RADARO_WEBHOOK_TOKEN,
		baseUrl: '',
	}),
	detrackApi: () => ({ apiKey: DETRACK_API_KEY, baseUrl: '' }),
	detrackWebhookApi: () => ({
		authentication: 'basicAuth',
		username: DETRACK_WEBHOOK_USERNAME,
		password: DETRACK_WEBHOOK_PASSWORD,
	}),
	routigoApi: () => ({ authentication: 'apiKey', apiKey: ROUTIGO_API_KEY, baseUrl: '' }),
	readyCloudApi: () => ({ accessToken: READYCLOUD_TOKEN, baseUrl: '' }),
	googleSheetsOAuth2Api: ({ google }) => ({
		clientId: 'client.apps.googleusercontent.com',
		clientSecret: 'google-client-secret-0001',
		oauthTokenData: {
			access_token: google.tokens.issue(),
			refresh_token: google.tokens.refreshToken,
			token_type: 'Bearer',
		},
	}),
	googleApi: ({ google }) => ({ email: google.tokens.email, privateKey: google.tokens.privateKey }),
	smtp: ({ sandbox }) => ({
		host: '127.0.0.1',
		port: sandbox.smtpPort,
		secure: false,
		disableStartTls: true,
		user: '',
		password: '',
	}),
	erpNextApi: () => ({
		apiKey: ERP_KEY,
		apiSecret: ERP_SECRET,
		environment: 'cloudHosted',
		subdomain: ERPNEXT_HOST.split('.')[0],
		domain: 'erpnext.com',
	}),
	odooApi: ({ odoo }) => ({
		url: odoo.url,
		db: odoo.db,
		username: odoo.username,
		password: odoo.password,
	}),
	odooApiKeyApi: ({ odoo }) => ({ url: odoo.url, db: odoo.db, apiKey: odoo.apiKey }),
	postgres: ({ postgres }) => ({
		host: '127.0.0.1',
		port: postgres.port,
		database: postgres.database,
		user: postgres.user,
		password: postgres.password,
		ssl: 'disable',
	}),
};

export function credentialInput(type: string, parts: StoryParts): CredentialInput {
	const data = DATA[type];
	if (!data) throw new Error(`The story has no credential of the type ${type}.`);
	return { name: `Story ${type}`, type, data: data(parts) };
}

/** The type of credential that a node takes in a story. */
const BY_NODE: Record<string, string> = {
	'n8n-nodes-lastmile.radaro': 'radaroApi',
	'n8n-nodes-lastmile.radaroTrigger': 'radaroApi',
	'n8n-nodes-lastmile.detrack': 'detrackApi',
	'n8n-nodes-lastmile.detrackTrigger': 'detrackWebhookApi',
	'n8n-nodes-lastmile.routigo': 'routigoApi',
	'n8n-nodes-lastmile.routigoTrigger': 'routigoApi',
	'n8n-nodes-lastmile.readyCloud': 'readyCloudApi',
	'n8n-nodes-lastmile.readyCloudTrigger': 'readyCloudApi',
	'n8n-nodes-base.googleSheets': 'googleSheetsOAuth2Api',
	'n8n-nodes-base.emailSend': 'smtp',
	'n8n-nodes-base.erpNext': 'erpNextApi',
	'n8n-nodes-base.odoo': 'odooApiKeyApi',
	'n8n-nodes-base.postgres': 'postgres',
};
/** What a node's "Authentication" says where it is not the name of the credential. */
const BY_AUTHENTICATION: Record<string, string> = {
	serviceAccount: 'googleApi',
	odooApi: 'odooApi',
};

export function credentialTypeOf({ type, parameters }: Node): string | undefined {
	const given = typeof parameters === 'object' && parameters !== null ? parameters : {};
	const authentication = 'authentication' in given ? String(given.authentication) : '';
	return BY_AUTHENTICATION[authentication] ?? BY_NODE[type];
}

/** The types of credential that nodes take, each once. */
export function credentialTypesOf(nodes: Node[]): string[] {
	return [...new Set(nodes.flatMap((node) => credentialTypeOf(node) ?? []))];
}
