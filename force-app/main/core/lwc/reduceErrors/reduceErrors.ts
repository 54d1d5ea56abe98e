/** The texts in whatever a wire, an Apex call or a `throw` delivers as its error. Each once, in the order found. */
export function reduceErrors(error: unknown): readonly string[] {
  const found = (Array.isArray(error) ? error : [error]).flatMap(textsOf);
  return [...new Set(found.map((text) => text.trim()).filter((text) => text !== ''))];
}

function textsOf(error: unknown): readonly string[] {
  if (typeof error === 'string') {
    return [error];
  }
  if (!isRecord(error)) {
    return [];
  }
  // UI API lists several errors as the body; Apex has one message in it; JavaScript errors have no body.
  if (Array.isArray(error['body'])) {
    return error['body'].flatMap(textsOf);
  }
  return isRecord(error['body']) ? messagesOf(error['body']) : messagesOf(error);
}

/** DML through Apex tells page and field errors apart, and then its own message only repeats the first of them. */
function messagesOf(body: Readonly<Record<string, unknown>>): readonly string[] {
  const fieldErrors = isRecord(body['fieldErrors']) ? Object.values(body['fieldErrors']) : [];
  const listed = [body['pageErrors'], ...fieldErrors].filter(Array.isArray).flat().flatMap(textsOf);
  if (listed.length > 0) {
    return listed;
  }
  return typeof body['message'] === 'string' ? [body['message']] : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
