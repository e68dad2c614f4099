/** What n8n's ERPNext credential takes; made up, like all secrets here. */
export const ERP_KEY = '5a4db0c5a4db0c5';
export const ERP_SECRET = '5a4db0c5a4db0d6';
/** Whose key it is. */
export const ERP_USER = 'dispatch@example.com';
export const ERP_COMPANY = 'Harbour Furniture';
