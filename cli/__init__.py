"""The command line: options in, one public function called, the answer printed."""
