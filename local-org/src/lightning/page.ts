/** The one HTML page: the context of the user, then the shell. */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lightning Experience</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" data-theme href="/_/assets/slds2/slds2.cosmos.css">
<script>
if (localStorage.getItem('local-org-theme') === 'slds1') {
  document.querySelector('link[data-theme]').href = '/_/assets/slds1/salesforce-lightning-design-system.min.css';
}
</script>
<script src="/_/context.js"></script>
</head>
<body>
<script type="module" src="/_/boot.js"></script>
</body>
</html>
`;

/** Order matters: synthetic shadow is part of the vendor file and comes before every component. */
export const BOOT_SCRIPT = (version: string): string => `
const { createElement } = await import('/_/vendor/${version}/lwc.js');
const { default: Shell } = await import('/_/modules/shell/app.js');
document.body.append(createElement('shell-app', { is: Shell }));
`;
