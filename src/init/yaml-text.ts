/** A text as a YAML value: plain where nothing else could be read from it, else in double quotes. */
export function yamlValue(text: string): string {
  const plain = /^[A-Za-z_][\w./+-]*$/.test(text) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text)
  return plain ? text : JSON.stringify(text)
}

/** Texts as a YAML list in one line. */
export function yamlList(items: readonly string[]): string {
  return `[${items.map(yamlValue).join(', ')}]`
}
