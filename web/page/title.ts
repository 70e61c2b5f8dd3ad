import { useEffect } from "react";

/** Sets the title of the window, once it is known. */
export function useTitle(title: string | null | undefined): void {
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
}
