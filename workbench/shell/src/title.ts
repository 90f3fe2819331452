export function titleWindow(title: string): void {
  document.title = `${title} · Workbench`;
}
