"""The screens: routers whose routes read parameters, call one public function and answer with a page."""
