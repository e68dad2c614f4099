/**
 * n8n's environment variable for its public address, as sentences name it. n8n 2.30 renamed it, and
 * still reads the old name: `N8N_WEBHOOK_URL` is in its @n8n/config 2.28.0, not in the 2.26.0 of 2.28.
 */
export const PUBLIC_ADDRESS_VARIABLE =
	'environment variable N8N_WEBHOOK_URL (WEBHOOK_URL before n8n 2.30)';
